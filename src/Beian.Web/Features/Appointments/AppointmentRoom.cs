namespace Beian.Web.Features.Appointments;

/// <summary>What this room brings into the program.</summary>
public static class AppointmentRoom
{
    public static void AddAppointments(this IServiceCollection services)
    {
        services.AddScoped<Booking>();
        services.AddScoped<AppointmentReminders>();
    }

    /// <summary>Its jobs, which only the web site runs.</summary>
    public static void AddAppointmentJobs(this IServiceCollection services) => services.AddHostedService<AppointmentReminding>();
}
