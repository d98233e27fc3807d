using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Catalog.Engine.Tests.Browser;

public sealed class BrowseTests(BrowserHost host) : BrowserTest(host)
{
    private const string Api = "/booking/api/showtimes";

    [BrowserFact]
    public async Task A_filter_is_in_the_address_and_leaves_what_the_server_says()
    {
        Visitor visitor = await ArriveAsync(VisitorWish.Guest);
        await visitor.GoAsync("/booking", "Showtimes");
        await visitor.Field("Genre").ClickAsync();
        await visitor.Option("Comedy").ClickAsync();
        int total = await TotalAsync("genre=Comedy");
        await visitor.SeesAsync($"{total} showtimes to come");
        Assert.Contains("genre=Comedy", visitor.Place, StringComparison.Ordinal);
        await visitor.Field("Seats").ClickAsync();
        await visitor.Option("4 together").ClickAsync();
        total = await TotalAsync("genre=Comedy&together=4");
        await visitor.SeesAsync($"{total} showtimes to come");

        // A step back takes one filter away, another one both; reloading keeps what the address says.
        await visitor.Page.GoBackAsync();
        await visitor.SeesAsync($"{await TotalAsync("genre=Comedy")} showtimes to come");
        Assert.DoesNotContain("together", visitor.Place, StringComparison.Ordinal);
        await visitor.Page.ReloadAsync();
        await Expect(visitor.Field("Genre")).ToHaveValueAsync("Comedy");
        await visitor.Page.GoBackAsync();
        await visitor.SeesAsync($"{await TotalAsync("")} showtimes to come");
        await Expect(visitor.Field("Genre")).ToHaveValueAsync("");
    }

    [BrowserFact]
    public async Task A_head_sorts_by_its_column_and_turns_round()
    {
        Visitor visitor = await ArriveAsync(VisitorWish.Guest);
        await visitor.GoAsync("/booking", "Showtimes");
        await visitor.Button("Price").And(Head(visitor)).ClickAsync();
        await SeesFirstAsync(visitor, "sort=price&order=asc");
        await visitor.Button("Price").And(Head(visitor)).ClickAsync();
        await SeesFirstAsync(visitor, "sort=price&order=desc");
        Assert.Contains("sort=price", visitor.Place, StringComparison.Ordinal);
        await visitor.Button("Booked").ClickAsync();
        await SeesFirstAsync(visitor, "sort=popularity&order=desc");
    }

    [BrowserFact]
    public async Task Typing_asks_once_when_it_rests()
    {
        Visitor visitor = await ArriveAsync(VisitorWish.Guest);
        StagedShow show = await Stage.PutOnAsync();
        await visitor.GoAsync("/booking", "Showtimes");
        var asked = new List<string>();
        visitor.Page.Request += (_, request) =>
        {
            if (request.Url.Contains(Api + "?", StringComparison.Ordinal)
                && request.Url.Contains("search=", StringComparison.Ordinal)) asked.Add(request.Url);
        };
        await visitor.Page.GetByLabel("Search films").PressSequentiallyAsync(
            show.Title, new LocatorPressSequentiallyOptions { Delay = 15 });
        await visitor.SeesAsync("1 showtime to come");
        await Expect(Rows(visitor)).ToHaveCountAsync(1);
        string one = Assert.Single(asked);
        Assert.Contains(Uri.EscapeDataString(show.Title), one.Replace("+", "%20", StringComparison.Ordinal),
            StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task A_link_brings_somebody_else_to_the_same_place_and_back_again()
    {
        StagedShow show = await Stage.PutOnAsync();
        string place = $"/booking?search={Uri.EscapeDataString(show.Title)}&sort=price&open={show.Id}";
        Visitor visitor = await ArriveAsync(VisitorWish.Guest);
        await visitor.GoAsync(place);
        ILocator panel = visitor.Page.GetByRole(AriaRole.Dialog, new PageGetByRoleOptions { Name = show.Title });
        await Expect(panel).ToBeVisibleAsync();
        await visitor.Link("Choose seats").ClickAsync();
        await visitor.SeesAsync("Seats live");
        await visitor.Page.GoBackAsync();
        await Expect(panel).ToBeVisibleAsync();
        await visitor.Page.Keyboard.PressAsync("Escape");
        await Expect(panel).ToBeHiddenAsync();
        await Expect(visitor.Page.GetByLabel("Search films")).ToHaveValueAsync(show.Title);
    }

    [BrowserFact]
    public async Task However_long_the_list_only_what_is_seen_exists_and_nothing_jumps()
    {
        Visitor visitor = await ArriveAsync(VisitorWish.Guest);
        await visitor.GoAsync("/booking", "Showtimes");
        await Expect(Rows(visitor).First).ToBeVisibleAsync();
        int total = await TotalAsync("");
        Assert.InRange(total, 200, 10_000);
        await Rows(visitor).First.FocusAsync();
        foreach (string key in (string[])["PageDown", "PageDown", "End", "PageUp", "Home", "End"])
        {
            await visitor.Page.Keyboard.PressAsync(key);
            await Expect(visitor.Page.Locator("[role=row]:focus")).ToHaveCountAsync(1);
            Assert.InRange(await Rows(visitor).CountAsync(), 5, 60);
        }

        string last = (total + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        await Expect(visitor.Page.Locator("[role=row]:focus")).ToHaveAttributeAsync("aria-rowindex", last);
        Assert.InRange(await visitor.Page.EvaluateAsync<double>("window.layoutShift"), 0, EveryPage.MostShift);
    }

    private static ILocator Rows(Visitor visitor) => visitor.Page.Locator("[role=row][data-index]");

    private static ILocator Head(Visitor visitor) => visitor.Page.Locator("[role=columnheader] button");

    private async Task<int> TotalAsync(string query) =>
        (await Stage.GetAsync($"{Api}?limit=1&{query}")).GetProperty("total").GetInt32();

    private async Task SeesFirstAsync(Visitor visitor, string query)
    {
        JsonElement first = (await Stage.GetAsync($"{Api}?limit=1&{query}")).GetProperty("items")[0];
        string title = first.GetProperty("movieTitle").GetString()!;
        string theater = first.GetProperty("theaterName").GetString()!;
        var both = new Regex($"{Regex.Escape(title)}.*{Regex.Escape(theater)}", RegexOptions.Singleline);
        await Expect(visitor.Page.Locator("[role=row][data-index='0']")).ToHaveTextAsync(both);
    }
}
