using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Catalog.Engine.Tests.Browser;

/// <summary>The leaderboards' dashboard: it moves by itself, narrows where it is pressed, and writes files.</summary>
public sealed class GameHealthTests(BrowserHost host) : BrowserTest(host)
{
    private const string Insight = "/leaderboards/admin/insight";

    [BrowserFact]
    public async Task Whoever_plays_is_seen_at_once()
    {
        string token = await Stage.TokenAsync();
        Visitor admin = await ArriveAsync(VisitorWish.Admin);
        await admin.GoAsync(Insight + "?mode=capture-the-flag", "Game health");
        ILocator active = admin.Page.Locator("dt", new PageLocatorOptions { HasText = "Active players" })
            .Locator("xpath=following-sibling::dd[1]");
        await Expect(active).ToHaveTextAsync(new Regex(@"^\d"));
        string before = await active.InnerTextAsync();
        await Stage.SubmitAsync(token, "capture-the-flag", 900, 900);
        await Expect(active).Not.ToHaveTextAsync(before);
    }

    [BrowserFact]
    public async Task What_is_pressed_narrows_all_pages_and_goes_along()
    {
        Visitor admin = await ArriveAsync(VisitorWish.Admin);
        await admin.GoAsync(Insight + "/boards?range=7d", "Game health");
        await admin.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameRegex = new Regex("^Raid") })
            .First.ClickAsync();
        await admin.SeesAsync("Raid, at the end of the day");
        await admin.Page.GetByRole(AriaRole.Navigation, new PageGetByRoleOptions { Name = "Dashboard" })
            .GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "Health" }).ClickAsync();
        await admin.SeesAsync("Season outlook");
        Assert.StartsWith(Insight + "/health?", admin.Place, StringComparison.Ordinal);
        Assert.Contains("mode=raid", admin.Place, StringComparison.Ordinal);
        Assert.Contains("range=7d", admin.Place, StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task A_whole_board_is_saved_as_a_file()
    {
        Visitor admin = await ArriveAsync(VisitorWish.Admin);
        await admin.GoAsync(Insight + "/health?mode=deathmatch", "Game health");
        IDownload file = await admin.Page.RunAndWaitForDownloadAsync(async () =>
        {
            await admin.Button("Export").ClickAsync();
            await admin.Page.GetByRole(AriaRole.Menuitem, new PageGetByRoleOptions { Name = "Whole board as CSV" })
                .ClickAsync();
        });
        string[] lines = await File.ReadAllLinesAsync(await file.PathAsync());
        Assert.StartsWith("Rank,Player,Id,Region,Score", lines[0], StringComparison.Ordinal);
        Assert.True(lines.Length > 1_000, "Everybody is in it.");
    }
}
