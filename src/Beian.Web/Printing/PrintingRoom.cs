using Beian.Web.Web;

namespace Beian.Web.Printing;

/// <summary>What printing brings into the program.</summary>
public static class PrintingRoom
{
    public static void AddPrinting(this IServiceCollection services) =>
        services.AddSingleton(s => new SheetPrinter(
            Path.Combine(AppContext.BaseDirectory, "fonts"),
            s.GetRequiredService<Settings>().Fonts
        ));
}
