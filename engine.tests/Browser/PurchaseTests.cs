using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Catalog.Engine.Tests.Browser;

public sealed class PurchaseTests(BrowserHost host) : BrowserTest(host)
{
    [BrowserTheory]
    [InlineData("Everyday card", true)]
    [InlineData("Slow bank", true)]
    [InlineData("Silent bank", true)]
    [InlineData("Blocked card", false)]
    [InlineData("Empty card", false)]
    public async Task Each_card_ends_as_it_says(string card, bool isPaid)
    {
        StagedShow show = await Stage.PutOnAsync();
        Visitor visitor = (await ArriveAsync(VisitorWish.ListUser)).Expecting(402, 504);
        await visitor.GoAsync(show.Seats, show.Title);
        await visitor.Seat("A", 4).ClickAsync();
        await visitor.Seat("A", 5).ClickAsync();
        await visitor.Button("Reserve").ClickAsync();
        await visitor.Link("Pay").ClickAsync();
        await Expect(visitor.Heading("Checkout")).ToBeVisibleAsync();
        await visitor.Page.GetByText(card).ClickAsync();
        await visitor.Button("Pay €24.00").ClickAsync();
        if (!isPaid)
        {
            await visitor.SeesAsync("The payment was declined");
            await visitor.SeesAsync("The seats stay held");
            await visitor.Page.GetByText("Everyday card").ClickAsync();
            await visitor.Button("Pay €24.00").ClickAsync();
        }

        await Expect(visitor.Heading("Enjoy the show")).ToBeVisibleAsync();
        await visitor.SeesAsync("A4, A5");
        await visitor.GoAsync("/booking/bookings", "My bookings");
        await visitor.SeesAsync(show.Title);
    }

    [BrowserFact]
    public async Task The_house_chooses_the_best_seats_and_the_map_shows_them()
    {
        StagedShow show = await Stage.PutOnAsync();
        Visitor visitor = await ArriveAsync(VisitorWish.User);
        await visitor.WatchSeatsAsync(show);
        await visitor.Button("People: one more").ClickAsync();
        await visitor.Button("Hold best 3").ClickAsync();
        await visitor.SeesAsync("Held for you");
        await visitor.SeesAsync("3 seats");
        await visitor.Page.Locator("label").Filter(new LocatorFilterOptions { HasText = "List" }).ClickAsync();
        ILocator mine = visitor.Page.GetByRole(AriaRole.Gridcell, new PageGetByRoleOptions { Selected = true });
        await Expect(mine).ToHaveCountAsync(3);
    }

    [BrowserFact]
    public async Task Places_without_seats_are_bought_by_number()
    {
        StagedShow show = await Stage.PutOnAsync(new ShowWish
        {
            Plan = new
            {
                zones = (string[])["Floor"],
                areas = (object[])[new { name = "Standing", capacity = 20, zone = "Floor" }],
            },
        });
        Visitor visitor = await ArriveAsync(VisitorWish.User);
        await visitor.WatchSeatsAsync(show);
        for (int i = 0; i < 3; i++) await visitor.Button("Places in Standing: one more").ClickAsync();
        await visitor.Button("Reserve").ClickAsync();
        await visitor.Link("Pay").ClickAsync();
        await visitor.Button("Pay €36.00").ClickAsync();
        await Expect(visitor.Heading("Enjoy the show")).ToBeVisibleAsync();
        await visitor.SeesAsync("3 places");
    }

    [BrowserFact]
    public async Task A_paid_booking_is_cancelled_and_its_seats_are_free_again()
    {
        StagedShow show = await Stage.PutOnAsync();
        Visitor visitor = await ArriveAsync(VisitorWish.ListUser);
        string token = await Stage.TokenAsync(visitor.Email!);
        await Stage.PayAsync(token, await Stage.HoldAsync(token, show.Id, "A4"));
        await visitor.GoAsync("/booking/bookings", "My bookings");
        await visitor.Page.GetByRole(AriaRole.Button).Filter(new LocatorFilterOptions { HasText = show.Title })
            .ClickAsync();
        ILocator code = visitor.Page.GetByRole(AriaRole.Img, new PageGetByRoleOptions { Name = "Code of booking" });
        await Expect(code).ToBeVisibleAsync();
        await visitor.Button("Cancel the booking").ClickAsync();
        ILocator question = visitor.Page.GetByRole(
            AriaRole.Dialog, new PageGetByRoleOptions { Name = "Cancel this booking?" });
        await question.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Cancel the booking" })
            .ClickAsync();
        await visitor.SeesAsync("€12.00 go back to your card");
        await visitor.GoAsync(show.Seats, show.Title);
        await visitor.SeesSeatAsync("A", 4, "free");
    }
}
