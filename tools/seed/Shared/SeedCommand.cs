using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Catalog.Engine.Storage.Disks;

namespace Catalog.Seed.Shared;

/// <summary><c>&lt;system&gt; --scale S --seed N [--data DIR]</c>.</summary>
internal static class SeedCommand
{
    private const double MinScale = 0.0001;

    // Nine bytes each: about half a gigabyte.
    private const long UsualRawCount = 50_000_000;

    private const string Useless = " What was made so far is of no use: delete the folder.";

    public static Command Create(ISystemSeeder seeder)
    {
        var scale = new Option<double>("--scale") { Description = "How much: 1 is all.", DefaultValueFactory = _ => 1 };
        scale.Validators.Add(result =>
        {
            double value = result.GetValueOrDefault<double>();
            if (!(value >= MinScale && value <= seeder.MaxScale))
                result.AddError(FormattableString.Invariant($"--scale is {MinScale} to {seeder.MaxScale}."));
        });
        var seed = new Option<int>("--seed") { Description = "Where chance begins.", DefaultValueFactory = _ => 1 };
        var data = new Option<string>("--data")
        {
            Description = "The data folder; no server may have it open.",
            DefaultValueFactory = _ => "./data",
        };
        var now = new Option<DateTimeOffset?>("--now")
        {
            Description = "The present: what is before it is history. The clock's when absent.",
        };
        var truth = new Option<string?>("--truth")
        {
            Description = "A file to write down what is hidden in the history for models to find.",
        };
        var raw = new Option<long>("--raw")
        {
            Description = "How many of the latest games are kept one by one, too, as far as the disk has room.",
            DefaultValueFactory = _ => UsualRawCount,
        };
        var command = new Command(seeder.Name, seeder.Description) { scale, seed, data, now, truth };
        if (seeder.KeepsRaw) command.Options.Add(raw);
        command.SetAction((parsed, cancel) =>
        {
            DateTimeOffset at = parsed.GetValue(now) ?? TimeProvider.System.GetUtcNow();
            var request = new SeedRequest(
                parsed.GetValue(scale), parsed.GetValue(seed), parsed.GetValue(data)!, at.ToUniversalTime())
            {
                TruthPath = parsed.GetValue(truth),
                RawCount = seeder.KeepsRaw ? parsed.GetValue(raw) : 0,
            };
            return RunAsync(seeder, request, cancel);
        });
        return command;
    }

    private static async Task<int> RunAsync(ISystemSeeder seeder, SeedRequest request, CancellationToken cancel)
    {
        try
        {
            long startedAt = Stopwatch.GetTimestamp();
            IReadOnlyList<(string What, long Count)> made =
                await ConsoleProgress.RunAsync(progress => seeder.SeedAsync(request, progress), cancel);
            Print(made, Path.GetFullPath(request.DataPath), Stopwatch.GetElapsedTime(startedAt));
            return 0;
        }
        catch (DiskInUseException e)
        {
            return Refuse(e.Message + " Stop the server first: the folder is seeded while nobody works on it.");
        }
        catch (SeedRefusedException e)
        {
            return Refuse(e.Message);
        }
        catch (OperationCanceledException)
        {
            return Refuse("interrupted." + Useless);
        }
        catch (IOException e)
        {
            return Refuse(e.Message + Useless);
        }
    }

    private static int Refuse(string reason)
    {
        Console.Error.WriteLine("Not seeded: " + reason);
        return 1;
    }

    private static void Print(IReadOnlyList<(string What, long Count)> made, string folder, TimeSpan elapsed)
    {
        foreach ((string what, long count) in made)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count,14:N0}  {what}"));
        double sizeMb = new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(f => f.Length)
            / (1024.0 * 1024.0);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{folder}: {sizeMb:N0} MiB, made in {elapsed.TotalSeconds:N1} s"));
    }
}
