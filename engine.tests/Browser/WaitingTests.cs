using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Catalog.Engine.Tests.Browser;

public sealed class WaitingTests(BrowserHost host) : BrowserTest(host)
{
    private static readonly object TwoSeats = new
    {
        zones = (string[])["Standard"],
        rows = (object[])[new { label = "A", blocks = (int[])[2] }],
    };

    [BrowserFact]
    public async Task Seats_that_come_back_are_offered_to_whoever_waits_and_paid()
    {
        StagedShow show = await Stage.PutOnAsync(new ShowWish { Plan = TwoSeats });
        string buyer = await Stage.TokenAsync();
        string booking = await Stage.HoldAsync(buyer, show.Id, "A1", "A2");
        await Stage.PayAsync(buyer, booking);
        Visitor visitor = (await ArriveAsync(VisitorWish.User)).Expecting(404);
        await visitor.WatchSeatsAsync(show);
        await visitor.SeesAsync("Sold out");
        await Expect(visitor.Page.GetByText("Best seats together")).ToHaveCountAsync(0);
        await visitor.Link("Join the waiting list").ClickAsync();
        await visitor.Button("Join the list").ClickAsync();
        await visitor.SeesAsync("First in line");
        await Stage.CancelAsync(buyer, booking);
        await visitor.SeesAsync("Seats came back, and they are yours first");
        await visitor.Link("Pay").ClickAsync();
        await visitor.Button("Pay €24.00").ClickAsync();
        await Expect(visitor.Heading("Enjoy the show")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task What_one_waits_for_stands_among_the_bookings_until_it_is_offered_or_given_up()
    {
        StagedShow first = await Stage.PutOnAsync(new ShowWish { Plan = TwoSeats });
        StagedShow second = await Stage.PutOnAsync(new ShowWish { Plan = TwoSeats });
        string buyer = await Stage.TokenAsync();
        string booking = await Stage.HoldAsync(buyer, first.Id, "A1", "A2");
        await Stage.HoldAsync(buyer, second.Id, "A1", "A2");
        Visitor visitor = await ArriveAsync(VisitorWish.User);
        string token = await Stage.TokenAsync(visitor.Email!);
        foreach (StagedShow show in (StagedShow[])[first, second]) await Stage.WaitAsync(token, show.Id, count: 2);
        await visitor.GoAsync("/booking/bookings", "My bookings");
        ILocator waits = visitor.Page.GetByRole(
            AriaRole.Region, new PageGetByRoleOptions { Name = "Waiting for seats" });
        await Expect(waits.GetByText("2 seats side by side")).ToHaveCountAsync(2);
        await Stage.ReleaseAsync(buyer, booking);
        await visitor.SeesAsync("Offered to you");
        await Expect(waits.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(1);
        await visitor.Button("Leave the list").ClickAsync();
        await visitor.Button("Stop waiting").ClickAsync();
        await Expect(waits).ToHaveCountAsync(0);
        await visitor.Link("Pay €24.00").ClickAsync();
        await Expect(visitor.Button("Pay €24.00")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task The_waiting_room_lets_in_by_itself_once_there_is_room()
    {
        StagedShow show = await Stage.PutOnAsync(new ShowWish { Plan = TwoSeats, HasWaitingRoom = true });
        string[] before = [await Stage.TokenAsync(), await Stage.TokenAsync()];
        foreach (string token in before) await Stage.EnterAsync(token, show.Id);
        Visitor visitor = (await ArriveAsync(VisitorWish.ListUser)).Expecting(404);
        await visitor.GoAsync(show.Seats, show.Title);
        await visitor.Link("Queue up").ClickAsync();
        await visitor.SeesAsync("You are next.");
        await Stage.LeaveAsync(before[0], show.Id);
        await visitor.SeesAsync("You are in. Choose your seats.");
        await visitor.Seat("A", 1).ClickAsync();
        await visitor.Button("Reserve").ClickAsync();
        await visitor.SeesAsync("Held for you");
    }
}
