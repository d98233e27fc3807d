using Catalog.Bench.Shared.Browsers;

namespace Catalog.Engine.Tests.Browser;

/// <summary>Several tests in a real browser; skipped as <see cref="BrowserFactAttribute"/> says.</summary>
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = Chromium.WhyNot;
}
