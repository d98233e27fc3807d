using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Catalog.Engine.Tests.Browser;

public sealed class PhoneTests(BrowserHost host) : BrowserTest(host)
{
    [BrowserFact]
    public async Task A_ticket_is_found_and_bought_on_a_phone()
    {
        StagedShow show = await Stage.PutOnAsync();
        Visitor visitor = await ArriveAsync(VisitorWish.User with { IsOnPhone = true });
        await visitor.GoAsync("/booking", "Showtimes");
        await visitor.Button("Filters").TapAsync();
        await visitor.Field("Genre").TapAsync();
        await visitor.Option("Drama").TapAsync();
        await visitor.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button)
            .Filter(new LocatorFilterOptions { HasText = "showtimes" }).TapAsync();
        await Expect(visitor.Button("Filters (1)")).ToBeVisibleAsync();
        await visitor.Page.GetByLabel("Search films").FillAsync(show.Title);
        await visitor.SeesAsync("1 showtime to come");
        await visitor.Page.Locator("[role=row][data-index='0'][tabindex]").TapAsync();
        await visitor.Link("Choose seats").TapAsync();
        await visitor.Button("Pull the sheet up").TapAsync();
        await visitor.Button("Hold best 2").TapAsync();
        await visitor.Link("Pay").TapAsync();
        await visitor.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Pay €" }).TapAsync();
        await Expect(visitor.Heading("Enjoy the show")).ToBeVisibleAsync();
        await visitor.Button("Open the navigation").TapAsync();
        await visitor.Link("My bookings").TapAsync();
        await visitor.SeesAsync(show.Title);
    }
}
