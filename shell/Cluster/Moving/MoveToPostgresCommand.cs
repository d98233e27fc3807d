using Catalog.Shell.Cluster.Postgres;
using Catalog.Shell.Hosting;
using Catalog.Shell.Options;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Catalog.Shell.Cluster.Moving;

/// <summary>
/// <c>move-to-postgres</c>: takes the data folder of a server that is stopped into the configured PostgreSQL, where it
/// goes on as the first of several.
/// </summary>
public static class MoveToPostgresCommand
{
    /// <summary>The first argument that asks for it.</summary>
    public const string Name = "move-to-postgres";

    /// <summary>Runs it, with the settings the server itself would have.</summary>
    /// <returns>0 when the folder is moved, 2 when it is not; the output says why.</returns>
    public static async Task<int> RunAsync(string[] args, IReadOnlyList<ICatalogSystem> systems, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(output);
        WebApplicationBuilder builder =
            WebApplication.CreateBuilder(["--hostBuilder:reloadConfigOnChange=false", .. args.Skip(1)]);
        await using WebApplication app = builder.AddCatalog(systems).Build();
        try
        {
            if (!app.Services.GetRequiredService<PostgresOptions>().HasJournal)
            {
                output.WriteLine("Catalog:Postgres:ConnectionString must name the database to move to, and "
                    + "Catalog:Postgres:Journal must be true.");
                return 2;
            }

            var move = app.Services.GetRequiredService<FolderMove>();
            Tell(await move.RunAsync(CancellationToken.None), Folder(app), output);
            return 0;
        }
        catch (OptionsValidationException refused)
        {
            foreach (string failure in refused.Failures) output.WriteLine("Configuration: " + failure);
            return 2;
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException or NpgsqlException)
        {
            output.WriteLine($"{failure.Message} Not moved; the same command may be run again.");
            return 2;
        }
    }

    private static string Folder(WebApplication app) =>
        Path.GetFullPath(app.Services.GetRequiredService<CatalogOptions>().DataPath);

    private static void Tell(FolderMoveReport report, string folder, TextWriter output)
    {
        if (report.WasMovedBefore)
        {
            output.WriteLine($"{folder} was moved there before; nothing was done.");
            return;
        }

        output.WriteLine($"Moved {folder}: {report.FactCount:N0} facts of the journal, which goes on at position "
            + $"{report.EndPosition:N0}, {report.StateCount:N0} saved states, {report.ConsumerCount} consumers.");
        foreach (string part in report.Parts) output.WriteLine($"Moved {part}.");
        output.WriteLine("The folder is as it was, and marked: start servers with the same settings.");
    }
}
