using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Catalog.Engine.Tests.Browser;

/// <summary>
/// Somebody with a browser of their own, who notes everything that goes wrong on the pages: errors on the console, what
/// scripts throw, requests that fail, and what the content policy refuses.
/// </summary>
internal sealed class Visitor : IAsyncDisposable
{
    /// <summary>Enough for a machine that does other things besides; a test that passes never waits for it.</summary>
    private const float PatienceMs = 60_000;

    private readonly Uri _server;
    private readonly VisitorTroubles _troubles = new();

    private Visitor(Uri server, IBrowserContext context, IPage page, string? email)
    {
        _server = server;
        Context = context;
        Page = page;
        Email = email;
    }

    public IBrowserContext Context { get; }

    public IPage Page { get; }

    /// <summary>The account's address, when signed in.</summary>
    public string? Email { get; }

    /// <summary>What went wrong on the pages.</summary>
    public IReadOnlyList<string> Troubles => _troubles.All;

    /// <summary>Path and query of the page.</summary>
    public string Place => new Uri(Page.Url).PathAndQuery;

    public static async Task<Visitor> ArriveAsync(BrowserHost host, VisitorWish wish)
    {
        SetDefaultExpectTimeout(PatienceMs);
        bool isSignedIn = wish.IsSignedIn || wish.Email is not null;
        IBrowserContext context = await host.Chromium.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = host.Address.ToString(),
            Locale = "en-GB",
            TimezoneId = "UTC",
            ReducedMotion = ReducedMotion.Reduce,
            ColorScheme = wish.IsDark ? ColorScheme.Dark : ColorScheme.Light,
            HasTouch = wish.IsOnPhone,
            ViewportSize = wish.IsOnPhone
                ? new ViewportSize { Width = 390, Height = 844 }
                : new ViewportSize { Width = 1280, Height = 800 },
            StorageState = Storage(host.Address, wish, isSignedIn),
        });
        context.SetDefaultTimeout(PatienceMs);
        string? email = isSignedIn ? await SignInAsync(context, wish) : null;
        var visitor = new Visitor(host.Address, context, await context.NewPageAsync(), email);
        await visitor.WatchAsync(visitor.Page);
        return visitor;
    }

    public async ValueTask DisposeAsync() => await Context.CloseAsync();

    /// <summary>From here on, answers with this status are what the test is about.</summary>
    public Visitor Expecting(params int[] statuses)
    {
        _troubles.Expect(statuses);
        return this;
    }

    /// <summary>From here on, requests may fail because there is no network.</summary>
    public void ExpectNoNetwork() => _troubles.ExpectNoNetwork();

    /// <summary>Another window of the same browser.</summary>
    public async Task<Visitor> OpenWindowAsync()
    {
        var other = new Visitor(_server, Context, await Context.NewPageAsync(), Email);
        await other.WatchAsync(other.Page);
        return other;
    }

    /// <summary>Goes there and waits until it is known who one is.</summary>
    public async Task GoAsync(string path)
    {
        await Page.GotoAsync(path);
        if (Email is not null) await Expect(Page.GetByLabel("Account of")).ToBeVisibleAsync();
    }

    /// <summary>Goes there and waits until the page says what it is.</summary>
    public async Task GoAsync(string path, string heading)
    {
        await GoAsync(path);
        await Expect(Heading(heading)).ToBeVisibleAsync();
    }

    public ILocator Button(string name) =>
        Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = name, Exact = true });

    public ILocator Link(string name) =>
        Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = name, Exact = true });

    /// <summary>The page's head, by its first words.</summary>
    public ILocator Heading(string name) => Page.GetByRole(
        AriaRole.Heading, new PageGetByRoleOptions { NameRegex = new Regex("^" + Regex.Escape(name)) }).First;

    public ILocator Option(string name) =>
        Page.GetByRole(AriaRole.Option, new PageGetByRoleOptions { Name = name, Exact = true });

    public ILocator Text(string text) => Page.GetByText(text).First;

    /// <summary>An input by its label.</summary>
    public ILocator Field(string label) =>
        Page.GetByLabel(new Regex($@"^{Regex.Escape(label)}( \*)?$")).And(Page.Locator("input,textarea"));

    /// <summary>A seat of the list view.</summary>
    public ILocator Seat(string row, int number) => Page.GetByRole(
        AriaRole.Button, new PageGetByRoleOptions { NameRegex = new Regex($"^Row {row}, seat {number},") });

    /// <summary>Waits until the list view says so of a seat.</summary>
    public Task SeesSeatAsync(string row, int number, string state) =>
        Expect(Seat(row, number)).ToHaveAttributeAsync("aria-label", new Regex($", {state}$"));

    public Task SeesAsync(string text) => Expect(Text(text)).ToBeVisibleAsync();

    public Task SeesNoMoreAsync(string text) => Expect(Page.GetByText(text)).ToHaveCountAsync(0);

    /// <summary>Opens a house whose changes arrive as they happen.</summary>
    public async Task WatchSeatsAsync(StagedShow show)
    {
        await GoAsync(show.Seats, show.Title);
        await SeesAsync("Seats live");
    }

    private static string Storage(Uri server, VisitorWish wish, bool isSignedIn)
    {
        var local = new List<object>();
        if (isSignedIn) local.Add(new { name = "catalog-session", value = "1" });
        if (wish.HasSeatList) local.Add(new { name = "catalog-seat-view", value = "\"list\"" });
        object[] origins = [new { origin = server.GetLeftPart(UriPartial.Authority), localStorage = local }];
        return JsonSerializer.Serialize(new { cookies = Array.Empty<object>(), origins });
    }

    /// <summary>The session's cookie, as the sign-in page would get it.</summary>
    private static async Task<string> SignInAsync(IBrowserContext context, VisitorWish wish)
    {
        string email = wish.Email ?? BrowserStage.NewName("visitor").Replace(' ', '-') + "@example.org";
        string path = wish.Email is null ? "/api/auth/register?cookie=true" : "/api/auth/login?cookie=true";
        object body = wish.Email is null
            ? new { name = "Ada Visitor", email, password = wish.Password }
            : new { email, password = wish.Password };
        IAPIResponse answer = await context.APIRequest.PostAsync(
            path, new APIRequestContextOptions { DataObject = body });
        Assert.True(answer.Ok, await answer.TextAsync());
        return email;
    }

    private async Task WatchAsync(IPage page)
    {
        _troubles.Watch(page);
        await page.AddInitScriptAsync(
            """
            document.addEventListener("securitypolicyviolation", (event) =>
              console.error(`Content policy: ${event.violatedDirective} ${event.blockedURI}`));
            window.layoutShift = 0;
            window.shifted = [];
            new PerformanceObserver((list) => {
              for (const entry of list.getEntries()) {
                if (entry.hadRecentInput) continue;
                window.layoutShift += entry.value;
                const what = ({ node, previousRect, currentRect }) =>
                  `${(node?.textContent || node?.nodeName || "").slice(0, 30)} by ${currentRect.y - previousRect.y}`;
                window.shifted.push(`${entry.value.toFixed(3)}: ${entry.sources.map(what).join(", ")}`);
              }
            }).observe({ type: "layout-shift", buffered: true });
            """);
    }
}
