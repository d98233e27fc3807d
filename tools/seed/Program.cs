using System.CommandLine;
using Catalog.Seed.Shared;

namespace Catalog.Seed;

/// <summary>Fills a data folder with a system's demo volumes: <c>&lt;system&gt; --scale S --seed N</c>.</summary>
internal static class Program
{
    private static Task<int> Main(string[] args)
    {
        var root = new RootCommand("Fills a data folder with a system's demo volumes, the same for the same seed.");
        foreach (ISystemSeeder seeder in Systems.All) root.Subcommands.Add(SeedCommand.Create(seeder));
        return root.Parse(args).InvokeAsync();
    }
}
