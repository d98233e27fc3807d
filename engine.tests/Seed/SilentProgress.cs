using Catalog.Seed.Shared;

namespace Catalog.Engine.Tests.Seed;

/// <summary>Shows nothing, and sees to it that steps do not exceed what they announced.</summary>
internal sealed class SilentProgress : ISeedProgress
{
    private long _total;

    public void Begin(string step, long total)
    {
        Assert.NotEmpty(step);
        _total = total;
    }

    public void Report(long done) => Assert.InRange(done, 0, _total + 2);
}
