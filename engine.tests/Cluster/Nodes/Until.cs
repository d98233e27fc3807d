namespace Catalog.Engine.Tests.Cluster.Nodes;

/// <summary>Waits for what comes about in its own time.</summary>
internal static class Until
{
    /// <summary>Returns when it holds; fails when it does not in half a minute.</summary>
    internal static async Task HoldsAsync(Func<bool> condition, string what)
    {
        for (int i = 0; i < 3000; i++)
        {
            if (condition()) return;
            await Task.Delay(10);
        }

        Assert.Fail("It did not come about: " + what);
    }
}
