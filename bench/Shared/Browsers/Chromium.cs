using Catalog.Bench.Shared.Hosts;
using Microsoft.Playwright;

namespace Catalog.Bench.Shared.Browsers;

/// <summary>Debian's Chromium, driven by Playwright; no browser is downloaded.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    /// <summary>Where the browser is.</summary>
    public const string Program = "/usr/bin/chromium";

    /// <summary>
    /// Without a GPU, without the sandbox root cannot have, and talking to nobody but the page's server.
    /// </summary>
    private static readonly string[] Flags =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly IPlaywright _driver;

    private Chromium(IPlaywright driver, IBrowser browser)
    {
        _driver = driver;
        Browser = browser;
    }

    /// <summary>The browser; each of its contexts is a visitor of its own.</summary>
    public IBrowser Browser { get; }

    /// <summary>
    /// Why nothing can be shown in a browser here; null when it can, or when root, who could install it, is to be told
    /// by a failure.
    /// </summary>
    public static string? WhyNot =>
        File.Exists(Program) || Native.IsRoot ? null : $"{Program} is missing: apt-get install chromium";

    /// <summary>Starts it.</summary>
    /// <exception cref="PlaywrightException">It is missing, or does not start.</exception>
    public static async Task<Chromium> StartAsync()
    {
        if (!File.Exists(Program))
            throw new PlaywrightException($"{Program} is missing: apt-get install chromium");
        IPlaywright driver = await Playwright.CreateAsync();
        try
        {
            var options = new BrowserTypeLaunchOptions { ExecutablePath = Program, Args = Flags, Headless = true };
            return new Chromium(driver, await driver.Chromium.LaunchAsync(options));
        }
        catch
        {
            driver.Dispose();
            throw;
        }
    }

    /// <summary>Ends it.</summary>
    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        _driver.Dispose();
    }
}
