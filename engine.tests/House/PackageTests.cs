using System.IO.Compression;

namespace Catalog.Engine.Tests.House;

/// <summary>The package as somebody gets it: what is in it, and a program that has nothing else.</summary>
public sealed class PackageTests(PackedEngine packed) : IClassFixture<PackedEngine>
{
    [Fact]
    public void It_holds_library_documentation_and_readme_and_depends_on_nothing()
    {
        using ZipArchive package = ZipFile.OpenRead(packed.PackagePath);
        Assert.Empty(PackageRules.FaultsOf(package));
    }

    [Theory]
    [InlineData("README.md", "", "lacks README.md")]
    [InlineData("lib/net10.0/Catalog.Engine.xml", "", "lacks lib/net10.0/Catalog.Engine.xml")]
    [InlineData("", "lib/net10.0/Polly.dll", "brings lib/net10.0/Polly.dll")]
    [InlineData("Catalog.Engine.nuspec", "<p><dependency id='Polly' /></p>", "depends on Polly")]
    [InlineData("Catalog.Engine.nuspec", "<p><frameworkReference name='Web' /></p>", "depends on Web")]
    [InlineData("Catalog.Engine.nuspec", "<p><readme>README.md</readme></p>", "has no license")]
    public void A_planted_fault_is_found(string without, string with, string expected)
    {
        string copy = Path.Combine(packed.Folder, $"{Guid.NewGuid():n}.zip");
        File.Copy(packed.PackagePath, copy);
        using ZipArchive package = ZipFile.Open(copy, ZipArchiveMode.Update);
        package.GetEntry(without)?.Delete();
        if (with.StartsWith('<'))
        {
            using var writer = new StreamWriter(package.CreateEntry(without).Open());
            writer.Write(with);
        }
        else if (with.Length > 0)
        {
            package.CreateEntry(with);
        }

        Assert.Contains(expected, PackageRules.FaultsOf(package));
    }

    [Fact]
    public void Its_symbols_come_along()
    {
        using ZipArchive symbols = ZipFile.OpenRead(packed.SymbolsPath);
        Assert.Contains(symbols.Entries, entry => entry.FullName == "lib/net10.0/Catalog.Engine.pdb");
    }

    [Fact]
    public void A_program_that_has_only_the_package_restores_compiles_and_runs()
    {
        string folder = Path.Combine(packed.Folder, "consumer");
        Directory.CreateDirectory(folder);
        string sample = Repository.FullPath("engine.tests/House/ConsumerSample");
        File.Copy(Path.Combine(sample, "Program.cs.txt"), Path.Combine(folder, "Program.cs"));
        File.Copy(Path.Combine(sample, "Consumer.csproj.txt"), Path.Combine(folder, "Consumer.csproj"));
        File.Copy(Path.Combine(sample, "nuget.config.txt"), Path.Combine(packed.Folder, "nuget.config"));

        Subprocess.Run(folder, "dotnet", ["build", "-v", "q", "-o", "out", "-nodeReuse:false"]);
        string printed = Subprocess.Run(folder, "dotnet", [Path.Combine("out", "Consumer.dll")]);

        string expected = File.ReadAllText(Path.Combine(sample, "Expected.txt"));
        Assert.Equal(expected.ReplaceLineEndings("\n"), printed.ReplaceLineEndings("\n"));
    }
}
