using System.Diagnostics;
using Catalog.Bench.Shared;

namespace Catalog.Bench.Booking;

/// <summary>A data folder at the spec's volume, made by the seeder as anybody runs it.</summary>
internal static class SeededFolder
{
    /// <summary>Fills it at scale 1.</summary>
    /// <returns>How many seconds that took.</returns>
    /// <exception cref="InvalidOperationException">The seeder failed, or is not here.</exception>
    public static Task<double> FillAsync(string data, CancellationToken cancel) => FillAsync(data, [], cancel);

    /// <summary>Fills it.</summary>
    /// <param name="data">The folder.</param>
    /// <param name="options">The seeder's options beside the folder.</param>
    /// <param name="cancel">Ends it early.</param>
    /// <returns>How many seconds that took.</returns>
    /// <exception cref="InvalidOperationException">The seeder failed, or is not here.</exception>
    public static async Task<double> FillAsync(string data, IEnumerable<string> options, CancellationToken cancel)
    {
        BenchRun.Say("  seeding");
        long start = Stopwatch.GetTimestamp();
        string[] arguments =
            ["run", "-c", "Release", "--project", SeedProject(), "--", "booking", "--data", data, .. options];
        using Process process = Process.Start(
            new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        await process.StandardOutput.ReadToEndAsync(cancel);
        await process.WaitForExitAsync(cancel);
        if (process.ExitCode != 0) throw new InvalidOperationException("The folder was not seeded.");
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static string SeedProject()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Catalog.sln")))
                return Path.Combine(folder.FullName, "tools", "seed");
        }

        throw new InvalidOperationException("The seeder is not here: seed a server yourself and give its --server.");
    }
}
