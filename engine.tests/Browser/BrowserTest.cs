namespace Catalog.Engine.Tests.Browser;

/// <summary>
/// A test with visitors, none of whom may meet an error on any page: not on the console, not in a script, not in a
/// request, not of the content policy. What is expected has to be said beforehand.
/// </summary>
[Collection(BrowserGroup.Name)]
public abstract class BrowserTest(BrowserHost host) : IAsyncLifetime
{
    private readonly List<Visitor> _visitors = [];

    private protected BrowserHost Host { get; } = host;

    private protected BrowserStage Stage => Host.Stage;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        var troubles = new List<string>();
        foreach (Visitor visitor in _visitors)
        {
            await visitor.DisposeAsync();
            troubles.AddRange(visitor.Troubles);
        }

        Assert.True(troubles.Count == 0, string.Join('\n', troubles));
    }

    private protected async Task<Visitor> ArriveAsync(VisitorWish wish)
    {
        Visitor visitor = await Visitor.ArriveAsync(Host, wish);
        _visitors.Add(visitor);
        return visitor;
    }
}
