using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Catalog.Engine.Tests.Browser;

/// <summary>What holds of every page, whoever it is for.</summary>
public sealed class EveryPageTests(BrowserHost host) : BrowserTest(host)
{
    private static readonly object OneSeat = new
    {
        zones = (string[])["Standard"],
        rows = (object[])[new { label = "A", blocks = (int[])[1] }],
    };

    /// <summary>Two frames and every transition later.</summary>
    private const string Settle =
        """
        async () => {
          for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);
          const moving = document.getAnimations().filter((each) => each instanceof CSSTransition);
          await Promise.allSettled(moving.map((each) => each.finished));
        }
        """;

    [BrowserFact]
    public async Task Meets_WCAG_2_2_AA_in_light_and_dark()
    {
        var found = new List<string>();
        await VisitAllAsync(isOnPhone: false, async (visitor, path) =>
        {
            found.AddRange((await Axe.FindAsync(visitor.Page)).Select(line => $"{path}: {line}"));
            await visitor.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
            await Expect(visitor.Page.Locator("html")).ToHaveAttributeAsync("data-mantine-color-scheme", "dark");
            await visitor.Page.EvaluateAsync(Settle);
            found.AddRange((await Axe.FindPaleAsync(visitor.Page)).Select(line => $"{path} in the dark: {line}"));
        });
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    [BrowserFact]
    public async Task Fits_a_phone_and_stands_still()
    {
        var wrong = new List<string>();
        await VisitAllAsync(isOnPhone: true, async (visitor, path) =>
        {
            int over = await visitor.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth");
            if (over > 0) wrong.Add($"{path} is {over} px too wide");
            double shift = await visitor.Page.EvaluateAsync<double>("window.layoutShift");
            if (shift <= EveryPage.MostShift) return;
            string[] what = await visitor.Page.EvaluateAsync<string[]>("window.shifted");
            wrong.Add($"{path} shifted by {shift}: {string.Join("; ", what)}");
        });
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private async Task VisitAllAsync(bool isOnPhone, Func<Visitor, string, Task> lookAsync)
    {
        Visitor user = await ArriveAsync(VisitorWish.User with { IsOnPhone = isOnPhone });
        Dictionary<string, string> ids = await StageAsync(user.Email!);
        var visitors = new Dictionary<VisitorRole, Visitor>
        {
            [VisitorRole.Guest] = await ArriveAsync(VisitorWish.Guest with { IsOnPhone = isOnPhone }),
            [VisitorRole.User] = user.Expecting(404),
            [VisitorRole.Admin] = await ArriveAsync(VisitorWish.Admin with { IsOnPhone = isOnPhone }),
        };
        foreach (PageVisit visit in EveryPage.All)
        {
            (string path, string shows) = (visit.Path, visit.Shows);
            foreach ((string name, string value) in ids)
            {
                path = path.Replace(name, Uri.EscapeDataString(value), StringComparison.Ordinal);
                shows = shows.Replace(name, value, StringComparison.Ordinal);
            }

            Visitor visitor = visitors[visit.Who];
            await visitor.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
            await visitor.GoAsync(path);
            await Expect(visitor.Page.GetByText(shows).Locator("visible=true").First).ToBeVisibleAsync();
            await Expect(visitor.Page.Locator("[aria-busy=true]")).ToHaveCountAsync(0);
            await lookAsync(visitor, visit.Path);
        }
    }

    /// <summary>A showtime, a hold and a ticket of the user's, one that is sold out, and one with a queue.</summary>
    private async Task<Dictionary<string, string>> StageAsync(string email)
    {
        StagedShow show = await Stage.PutOnAsync();
        StagedShow full = await Stage.PutOnAsync(new ShowWish { Plan = OneSeat });
        StagedShow queue = await Stage.PutOnAsync(new ShowWish { Plan = OneSeat, HasWaitingRoom = true });
        (string user, string other) = (await Stage.TokenAsync(email), await Stage.TokenAsync());
        await Stage.PayAsync(other, await Stage.HoldAsync(other, full.Id, "A1"));
        await Stage.EnterAsync(other, queue.Id);
        string paid = await Stage.HoldAsync(user, show.Id, "A4", "A5");
        await Stage.PayAsync(user, paid);
        await Stage.SubmitAsync(user, "raid", 1_000, 1_800);
        await Stage.SubmitAsync(other, "raid", 99_999, 1_800);
        JsonElement flags = await Stage.GetAsync("/leaderboards/api/admin/flags/raid");
        JsonElement unusual = await Stage.GetAsync("/leaderboards/api/admin/flags/raid?sort=anomaly");
        return new Dictionary<string, string>
        {
            ["{title}"] = show.Title,
            ["{show}"] = show.Id,
            ["{film}"] = show.FilmId,
            ["{full}"] = full.Id,
            ["{queue}"] = queue.Id,
            ["{paid}"] = paid,
            ["{player}"] = await Stage.PlayerAsync(user),
            ["{case}"] = flags.GetProperty("items")[0].GetProperty("id").GetString()!,
            ["{unusual}"] = unusual.GetProperty("items")[0].GetProperty("id").GetString()!,
            ["{hold}"] = await Stage.HoldAsync(user, show.Id, "B4"),
        };
    }
}
