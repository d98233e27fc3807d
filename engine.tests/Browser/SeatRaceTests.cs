using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Catalog.Engine.Tests.Browser;

public sealed class SeatRaceTests(BrowserHost host) : BrowserTest(host)
{
    [BrowserFact]
    public async Task Two_windows_book_a_seat_at_once_and_one_wins()
    {
        StagedShow show = await Stage.PutOnAsync();
        Visitor[] both = [await ArriveAsync(VisitorWish.ListUser), await ArriveAsync(VisitorWish.ListUser)];
        var gate = new Gate(both.Length);
        foreach (Visitor visitor in both)
        {
            visitor.Expecting(409);
            await visitor.WatchSeatsAsync(show);
            await visitor.Seat("A", 4).ClickAsync();
            await visitor.SeesSeatAsync("A", 4, "chosen");
            await visitor.Page.RouteAsync("**/bookings/reserve", async route =>
            {
                await gate.PassAsync();
                await route.ContinueAsync();
            });
        }

        await Task.WhenAll(both.Select(visitor => visitor.Button("Reserve").ClickAsync()));
        const string lost = "A4 was just taken by somebody else.";
        foreach (Visitor visitor in both)
        {
            ILocator end = visitor.Page.GetByText("Held for you").Or(visitor.Page.GetByText(lost));
            await Expect(end.First).ToBeVisibleAsync();
        }

        bool isFirst = await both[0].Page.GetByText("Held for you").CountAsync() > 0;
        (Visitor winner, Visitor loser) = isFirst ? (both[0], both[1]) : (both[1], both[0]);
        await winner.SeesSeatAsync("A", 4, "held for you");
        await loser.SeesAsync(lost);
        await loser.SeesSeatAsync("A", 4, "(just taken|held by somebody else)");
        Assert.Equal(1, await both[0].Page.GetByText("Held for you").CountAsync()
            + await both[1].Page.GetByText("Held for you").CountAsync());

        // Whoever lost goes on where they were.
        await loser.Seat("A", 5).ClickAsync();
        await loser.Button("Reserve").ClickAsync();
        await loser.SeesSeatAsync("A", 5, "held for you");
    }

    [BrowserFact]
    public async Task What_others_hold_and_give_back_shows_as_it_happens()
    {
        StagedShow show = await Stage.PutOnAsync();
        Visitor visitor = await ArriveAsync(VisitorWish.ListUser);
        await visitor.WatchSeatsAsync(show);
        await visitor.Seat("C", 4).ClickAsync();
        string other = await Stage.TokenAsync();
        string held = await Stage.HoldAsync(other, show.Id, "B4", "C4");
        await visitor.SeesSeatAsync("B", 4, "held by somebody else");
        await visitor.SeesAsync("C4 was just taken by somebody else.");
        await Stage.ReleaseAsync(other, held);
        await visitor.SeesSeatAsync("B", 4, "free");
        await visitor.SeesSeatAsync("C", 4, "free");
        await Stage.PayAsync(other, await Stage.HoldAsync(other, show.Id, "B5"));
        await visitor.SeesSeatAsync("B", 5, "sold");
    }

    [BrowserFact]
    public async Task A_hold_runs_out_before_the_eyes_of_both()
    {
        StagedShow show = await Stage.PutOnAsync(new ShowWish { HoldSeconds = 10 });
        Visitor holder = await ArriveAsync(VisitorWish.ListUser);
        Visitor other = await ArriveAsync(VisitorWish.ListUser);
        await other.WatchSeatsAsync(show);
        await holder.WatchSeatsAsync(show);
        await holder.Seat("A", 1).ClickAsync();
        await holder.Button("Reserve").ClickAsync();
        await holder.SeesAsync("Held for you");
        await Expect(holder.Page.GetByRole(AriaRole.Timer)).ToHaveTextAsync(new Regex("^0:0[1-9]$"));
        await other.SeesSeatAsync("A", 1, "held by somebody else");
        await holder.SeesNoMoreAsync("Held for you");
        await other.SeesSeatAsync("A", 1, "free");

        // What one had stays picked, to be asked for once more, until somebody else is quicker.
        await holder.SeesSeatAsync("A", 1, "chosen");
        await other.Seat("A", 1).ClickAsync();
        await other.Button("Reserve").ClickAsync();
        await other.SeesSeatAsync("A", 1, "held for you");
        await holder.SeesAsync("A1 was just taken by somebody else.");
    }
}
