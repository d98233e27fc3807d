using Catalog.Engine.Storage.Disks;
using Catalog.Engine.Storage.Journal;
using Catalog.Shell.Options;

namespace Catalog.Shell.Hosting;

/// <summary>
/// <c>repair-journal [--accept-loss]</c>: says what of a journal that refuses to start is damaged, and, only when told
/// to accept that loss, makes it start with everything else.
/// </summary>
public static class RepairJournalCommand
{
    /// <summary>The first argument that asks for it.</summary>
    public const string Name = "repair-journal";

    private const string AcceptLoss = "--accept-loss";

    /// <summary>Runs it.</summary>
    /// <returns>0 when the journal is healthy or was repaired, 1 when it is damaged and nothing was changed, 2 on
    /// misuse.</returns>
    public static int Run(string[] args, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(output);
        bool accepts = args.Contains(AcceptLoss);
        IConfiguration configuration = new ConfigurationBuilder()
            .AddEnvironmentVariables()
            .AddCommandLine([.. args.Skip(1).Where(static arg => arg != AcceptLoss)])
            .Build();
        string folder = configuration[$"{CatalogOptions.Section}:{nameof(CatalogOptions.DataPath)}"]
            ?? new CatalogOptions().DataPath;
        if (!Directory.Exists(folder))
        {
            output.WriteLine($"There is no data folder {Path.GetFullPath(folder)}.");
            return 2;
        }

        try
        {
            var disk = new LocalDisk(folder);
            using IDisposable taken = disk.Lock();
            return Run(disk, accepts, output);
        }
        catch (IOException e)
        {
            output.WriteLine(e.Message);
            return 2;
        }
    }

    private static int Run(LocalDisk disk, bool accepts, TextWriter output)
    {
        JournalInspection found = JournalRepair.Inspect(disk);
        output.WriteLine(found);
        if (found.IsHealthy) return 0;
        if (!accepts)
        {
            output.WriteLine("Nothing was changed. To start without what is damaged, run the same command again with "
                + $"{AcceptLoss}; copies of the damaged files are kept in journal/damaged.");
            return 1;
        }

        JournalRepair.Repair(disk, new JournalRepairOptions { AcceptLoss = true });
        output.WriteLine("Repaired. Copies of the damaged files and a report are in journal/damaged.");
        return 0;
    }
}
