using Catalog.Bench.Shared.Browsers;

namespace Catalog.Engine.Tests.Browser;

/// <summary>
/// A test in a real browser. Skipped, with the reason, where there is none and whoever runs it cannot install it.
/// </summary>
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Chromium.WhyNot;
}
