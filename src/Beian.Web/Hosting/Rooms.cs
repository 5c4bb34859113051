using Beian.Definitions.Packs;
using Beian.Web.Audit;
using Beian.Web.Authorities;
using Beian.Web.Catalogue;
using Beian.Web.Channels;
using Beian.Web.Data;
using Beian.Web.Features.Account;
using Beian.Web.Features.Appointments;
using Beian.Web.Features.Filings;
using Beian.Web.Features.Filings.Kinds;
using Beian.Web.Features.Filings.Messages;
using Beian.Web.Features.Office;
using Beian.Web.Features.Office.Administration;
using Beian.Web.Features.Office.Ledger;
using Beian.Web.Features.Register;
using Beian.Web.Features.Register.Import;
using Beian.Web.Features.Register.Search;
using Beian.Web.Features.Resets;
using Beian.Web.Features.Services;
using Beian.Web.Features.Workbench;
using Beian.Web.Jobs;
using Beian.Web.Printing;

namespace Beian.Web.Hosting;

/// <summary>The rooms of the house: what each brings into the program, one line each.</summary>
public static class Rooms
{
    public static void AddRooms(this IServiceCollection services)
    {
        services.AddCatalogue();
        services.AddSingleton(_ => ReadPortal(PacksFolder.Default));
        services.AddSingleton<Offices>();
        services.AddTransient(s => s.GetRequiredService<Offices>().Tree);
        services.AddChannels();
        services.AddJobs();
        services.AddSingleton(s => new JobKinds([s.GetRequiredService<LedgerExport>()]));
        services.AddAudit();
        services.AddPrinting();
        services.AddAccounts();
        services.AddSingleton<FileStore>();
        services.AddOffice();
        services.AddAppointments();
        services.AddResets();
        services.AddSingleton<CodeHasEntry>(RegisterQueries.HasValidEntryAsync);
        services.AddSingleton<FindEntryNumbers>(RegisterQueries.FindNumbersAsync);
        services.AddSingleton<FindEnteredAnswers>(RegisterQueries.FindEnteredAnswersAsync);
        services.AddSingleton<DutyHolders>();
        services.AddSingleton<FindHoldingFilings>(s => s.GetRequiredService<DutyHolders>().FindAsync);
        services.AddSingleton<FindProfile>(RegisterQueries.FindProfileAsync);
        services.AddSingleton<FindEntryInForce>(RegisterQueries.FindInForceAsync);
        services.AddSingleton<FindFilingStandings>(RegisterQueries.FindStandingsAsync);
        services.AddSingleton<MeetDuty>(RegisterQueries.MeetDutyAsync);
        services.AddScoped<Holders>();
        services.AddScoped<FindHolders>(s => s.GetRequiredService<Holders>().FindAsync);
        services.AddSingleton<FindCodeHolders>(RegisterQueries.FindCodeHoldersAsync);
        services.AddSingleton<FindHeldEntries>(RegisterQueries.FindHeldEntriesAsync);
        services.AddSingleton<FindEntryFiling>(RegisterQueries.FindEntryFilingAsync);
        services.AddScoped<FindOfficersFiling>(s => s.GetRequiredService<Desk>().FindAsync);
        services.AddScoped<PublicSheets>();
        services.AddSingleton<EntryAnswers>();
        services.AddSingleton<RegisterProjection>();
        services.AddSingleton<PlaceProjection>();
        services.AddSingleton(s => new SearchProjection(
            s.GetRequiredService<Database>().Provider,
            s.GetRequiredService<Catalogue.Catalogue>()
        ));
        // The order in which projections run.
        services.AddSingleton(s => new Projections([
            s.GetRequiredService<RegisterProjection>(),
            s.GetRequiredService<SearchProjection>(),
            s.GetRequiredService<PlaceProjection>(),
            new HomeProjection(),
            new SenderCopies(),
            new PlaceCount(),
        ]));
        services.AddSingleton<ClaimCode>((db, account, code, process) => Claim.OfRegistration(db, account, code, process));
        services.AddScoped<Features.Tickets.Counter>();
        services.AddWorkbench();
        services.AddScoped<Reprojection>();
        services.AddScoped<ImportRoom>();
        services.AddScoped<Importer>();
        services.AddSingleton<SearchConnections>();
        services.AddSingleton<RegisterSearch>();
        services.AddScoped<EntryCandidates>();
    }

    private static Portal ReadPortal(string folder)
    {
        var reading = ApplicationsReader.Read(folder);
        return reading.Portal
            ?? throw new InvalidOperationException(string.Join('\n', reading.Faults.Select(f => f.In(Definitions.Language.En))));
    }
}
