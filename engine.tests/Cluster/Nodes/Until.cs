namespace Catalog.Engine.Tests.Cluster.Nodes;

/// <summary>Waits for what comes about in its own time.</summary>
internal static class Until
{
    /// <summary>Returns when it holds; fails when it does not in a minute.</summary>
    internal static Task HoldsAsync(Func<bool> condition, string what) =>
        HoldsAsync(() => Task.FromResult(condition()), what);

    /// <inheritdoc cref="HoldsAsync(Func{bool}, string)"/>
    internal static async Task HoldsAsync(Func<Task<bool>> condition, string what)
    {
        for (int i = 0; i < 6000; i++)
        {
            if (await condition()) return;
            await Task.Delay(10);
        }

        Assert.Fail("It did not come about: " + what);
    }
}
