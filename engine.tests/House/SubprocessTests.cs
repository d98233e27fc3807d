namespace Catalog.Engine.Tests.House;

public sealed class SubprocessTests
{
    [Fact]
    public void A_program_that_fails_fails_the_test_and_shows_what_it_said()
    {
        Exception failure = Assert.Throws<InvalidOperationException>(
            () => Subprocess.Run(Repository.Root, "dotnet", ["exec", "no-such-assembly.dll"]));
        Assert.Contains("no-such-assembly", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_that_ends_well_gives_its_output() =>
        Assert.StartsWith("10.", Subprocess.Run(Repository.Root, "dotnet", ["--version"]), StringComparison.Ordinal);
}
