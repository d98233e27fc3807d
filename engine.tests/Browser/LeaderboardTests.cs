using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Catalog.Engine.Tests.Browser;

/// <summary>
/// The boards, as players and moderators use them, beside the demo's players; what one test submits is of a game mode
/// or of players of its own.
/// </summary>
public sealed class LeaderboardTests(BrowserHost host) : BrowserTest(host)
{
    [BrowserFact]
    public async Task A_first_score_shows_at_once_and_rows_glide_as_somebody_passes()
    {
        Visitor player = await ArriveAsync(VisitorWish.User);
        await player.Page.EmulateMediaAsync(
            new PageEmulateMediaOptions { ReducedMotion = ReducedMotion.NoPreference });
        await player.GoAsync("/leaderboards?mode=raid", "Leaderboards");
        await player.SeesAsync("You have no rank on this board yet");
        await player.SeesAsync("Quiet so far");
        string token = await Stage.TokenAsync(player.Email!);
        await Stage.SubmitAsync(token, "raid", 20_000, 1_800);

        ILocator rank = player.Page.GetByRole(AriaRole.Region, new PageGetByRoleOptions { Name = "Your rank" });
        await Expect(rank).ToContainTextAsync("20,000 points");
        ILocator feed = player.Page.GetByRole(
            AriaRole.List, new PageGetByRoleOptions { Name = "Scores, the newest first" });
        await Expect(feed).ToContainTextAsync("20,000");
        await player.Button("Show me").ClickAsync();
        ILocator own = Rows(player).Filter(new LocatorFilterOptions { HasText = "You" });
        await Expect(own).ToContainTextAsync("20,000");

        await NoteGlidesAsync(player);
        await Stage.SubmitAsync(await Stage.TokenAsync(), "raid", 30_000, 1_800);
        await Expect(own).ToContainTextAsync("down 1");
        Assert.True(await player.Page.EvaluateAsync<int>("window.glides.length") > 0, "Nothing glided.");
    }

    [BrowserFact]
    public async Task The_feed_waits_while_somebody_points_at_it()
    {
        Visitor guest = await ArriveAsync(VisitorWish.Guest);
        await guest.GoAsync("/leaderboards?mode=capture-the-flag", "Leaderboards");
        await guest.SeesAsync("to see your own rank here");
        await Expect(guest.Page.GetByRole(AriaRole.Region, new PageGetByRoleOptions { Name = "Live scores" })
            .GetByText("Live", new LocatorGetByTextOptions { Exact = true })).ToBeVisibleAsync();
        await Stage.SubmitAsync(await Stage.TokenAsync(), "capture-the-flag", 1_111, 900);
        ILocator feed = guest.Page.GetByRole(
            AriaRole.List, new PageGetByRoleOptions { Name = "Scores, the newest first" });
        await Expect(feed).ToContainTextAsync("1,111");
        await feed.HoverAsync();
        await Stage.SubmitAsync(await Stage.TokenAsync(), "capture-the-flag", 2_222, 900);
        await guest.SeesAsync("Paused, 1 waiting");
        await Expect(feed).Not.ToContainTextAsync("2,222");
        await guest.Heading("Leaderboards").HoverAsync();
        await Expect(feed).ToContainTextAsync("2,222");
    }

    [BrowserFact]
    public async Task Any_rank_can_be_gone_to_and_its_player_looked_at_by_keys_alone()
    {
        Visitor guest = await ArriveAsync(VisitorWish.Guest);
        await guest.GoAsync("/leaderboards?mode=deathmatch", "Leaderboards");
        await Expect(Rows(guest).Nth(1)).ToBeVisibleAsync();
        await guest.Field("Go to rank").FillAsync("1234");
        await guest.Page.Keyboard.PressAsync("Enter");
        ILocator row = guest.Page.Locator("[data-index='1233']");
        await Expect(row).ToBeInViewportAsync();
        await Expect(row.GetByRole(AriaRole.Link)).ToBeVisibleAsync();
        await row.GetByRole(AriaRole.Link).FocusAsync();
        await guest.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(guest.Page.Locator("[data-index='1234'] a")).ToBeFocusedAsync();
        string name = await guest.Page.Locator("[data-index='1234'] a").InnerTextAsync();
        await guest.Page.Keyboard.PressAsync("Enter");
        await Expect(guest.Heading(name)).ToBeVisibleAsync();
        await guest.SeesAsync("Places in");
    }

    [BrowserFact]
    public async Task A_held_score_is_cleared_and_counts()
    {
        await Stage.SubmitAsync(await Stage.TokenAsync(), "capture-the-flag", 19_999, 20);
        Visitor admin = await ArriveAsync(VisitorWish.Admin);
        await admin.GoAsync("/leaderboards/admin/review?mode=capture-the-flag", "Review");
        await Rows(admin).Filter(new LocatorFilterOptions { HasText = "Game too short" }).First.ClickAsync();
        await admin.SeesAsync("Held games beside usual ones");
        await admin.SeesAsync("No game counted yet");
        await admin.Button("Clear").ClickAsync();
        await admin.SeesAsync("is cleared: the held scores count");
    }

    [BrowserFact]
    public async Task Unusual_play_is_judged_by_keys_one_case_after_another()
    {
        Visitor admin = await ArriveAsync(VisitorWish.Admin);
        await admin.GoAsync("/leaderboards/admin/review?mode=deathmatch", "Review");
        await Rows(admin).Filter(new LocatorFilterOptions { HasText = "Program plays" }).First.ClickAsync();
        await admin.SeesAsync("program plays");
        await admin.SeesAsync("Beside everybody");
        await admin.Page.Keyboard.PressAsync("u");
        await admin.SeesAsync("is upheld");
        // The next one is there, and goes the same way.
        await admin.SeesAsync("Keys: C clears");
        await admin.Page.Keyboard.PressAsync("n");
        await admin.Page.Keyboard.PressAsync("Escape");
        await admin.SeesAsync("Analyzer: precision 100.0");
    }

    [BrowserFact]
    public async Task A_tournament_is_joined_and_an_event_planned()
    {
        Visitor player = await ArriveAsync(VisitorWish.User);
        await player.GoAsync("/leaderboards?mode=deathmatch&span=events", "Leaderboards");
        await player.Button("Join Open cup").ClickAsync();
        await player.SeesAsync("Joined");

        Visitor admin = await ArriveAsync(VisitorWish.Admin);
        await admin.GoAsync("/leaderboards/admin/events?open=new", "Events and seasons");
        string name = BrowserStage.NewName("Night cup");
        await admin.Field("Name").FillAsync(name);
        await admin.Page.GetByRole(AriaRole.Dialog).GetByLabel("Game mode").First.ClickAsync();
        await admin.Option("Raid").ClickAsync();
        await admin.Field("Begins (UTC)").FillAsync("2090-05-04T18:00");
        await admin.Field("Ends (UTC)").FillAsync("2090-05-04T17:00");
        await admin.Button("Add the event").ClickAsync();
        await admin.SeesAsync("It has to end after it begins.");
        await admin.Field("Ends (UTC)").FillAsync("2090-05-05T18:00");
        await admin.Button("Add the event").ClickAsync();
        await admin.SeesAsync("is saved");
        ILocator row = Rows(admin).Filter(new LocatorFilterOptions { HasText = name });
        await Expect(row).ToContainTextAsync("To come");

        // Somebody else is quicker: what differs is shown, and one chooses.
        await row.ClickAsync();
        await admin.Expecting(412).Field("Name").FillAsync(name + " II");
        await using Visitor other = await admin.OpenWindowAsync();
        await other.GoAsync(admin.Page.Url, "Events and seasons");
        await other.Field("Games a player").FillAsync("3");
        await other.Button("Save changes").ClickAsync();
        await other.SeesAsync($"“{name}” is saved");
        await other.GoAsync(admin.Page.Url, "Events and seasons");
        await admin.Button("Save changes").ClickAsync();
        await admin.SeesAsync("Somebody else saved meanwhile");
        ILocator differs = Rows(admin).Filter(new LocatorFilterOptions { HasText = "Games a player" });
        await Expect(differs).ToContainTextAsync("3");
        await admin.Button("Save mine over it").ClickAsync();
        await admin.SeesAsync($"“{name} II” is saved");

        // Before it is deleted, too.
        await other.Expecting(412).Button("Delete").ClickAsync();
        await other.Button("Delete the event").ClickAsync();
        await other.SeesAsync("Somebody else saved meanwhile");
        await Expect(Rows(other).Filter(new LocatorFilterOptions { HasText = "Saved now" })).ToBeVisibleAsync();
        await Expect(Rows(other).Filter(new LocatorFilterOptions { HasText = name + " II" }).Last).ToBeVisibleAsync();
        await other.Button("Delete it anyway").ClickAsync();
        await other.SeesAsync($"“{name}” is deleted");
    }

    private static ILocator Rows(Visitor visitor) => visitor.Page.GetByRole(AriaRole.Row);

    private static Task NoteGlidesAsync(Visitor visitor) => visitor.Page.EvaluateAsync(
        """
        () => {
          window.glides = [];
          const animate = HTMLElement.prototype.animate;
          HTMLElement.prototype.animate = function (frames, options) {
            if (this.getAttribute("role") === "row") window.glides.push(frames[0].transform);
            return animate.call(this, frames, options);
          };
        }
        """);
}
