namespace Beian.Web.Catalogue;

/// <summary>What this room brings into the program.</summary>
public static class CatalogueRoom
{
    public static void AddCatalogue(this IServiceCollection services)
    {
        services.AddSingleton<Catalogue>();
        services.AddScoped<Publishing>();
    }

    /// <summary>What only a running site needs.</summary>
    public static void AddCatalogueWatch(this IServiceCollection services) => services.AddHostedService<CatalogueWatch>();
}
