namespace Catalog.Engine.Tests.Browser;

/// <summary>All tests in a browser: they share the server and the browser, and so come one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserGroup : ICollectionFixture<BrowserHost>
{
    public const string Name = "browser";
}
