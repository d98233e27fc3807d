using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Catalog.Engine.Tests.Browser;

/// <summary>What the models say, where customers and administrators meet it.</summary>
public sealed class AdviceTests(BrowserHost host) : BrowserTest(host)
{
    [BrowserFact]
    public async Task A_show_that_stays_empty_leads_to_what_each_price_would_bring_and_on_to_its_price()
    {
        StagedShow show = await Stage.PutOnAsync(new ShowWish { StartsIn = TimeSpan.FromHours(3) });
        Visitor admin = await ArriveAsync(VisitorWish.Admin);
        await admin.GoAsync("/booking/admin/insight/outlook?theater=" + show.HouseId, "Outlook");
        ILocator row = admin.Page.GetByRole(
            AriaRole.Table, new PageGetByRoleOptions { Name = "Showtimes that will stay too empty" })
            .Locator("[role=row][data-index='0']");
        await Expect(row).ToContainTextAsync(show.Title);
        await row.FocusAsync();
        await admin.Page.Keyboard.PressAsync("Enter");
        ILocator panel = admin.Page.GetByRole(AriaRole.Dialog, new PageGetByRoleOptions { Name = show.Title });
        await Expect(panel).ToContainTextAsync("0 of 24 are sold");
        ILocator chart = panel.GetByRole(
            AriaRole.Img, new LocatorGetByRoleOptions { Name = "Revenue by price" });
        await Expect(chart).ToHaveAttributeAsync("aria-label", new Regex("13 in all"));
        Assert.Empty(await Axe.FindAsync(admin.Page));
        await panel.GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "Change the price" }).FocusAsync();
        await admin.Page.Keyboard.PressAsync("Enter");
        await Expect(admin.Button("Save changes")).ToBeVisibleAsync();
        Assert.Contains("open=" + show.Id, admin.Place, StringComparison.Ordinal);
        await Expect(admin.Page.GetByRole(AriaRole.Note, new PageGetByRoleOptions { Name = "Suggested price" }))
            .ToContainTextAsync("price");
    }

    [BrowserFact]
    public async Task Films_are_suggested_with_reasons_to_who_signed_in_and_lead_to_the_seats()
    {
        Visitor guest = await ArriveAsync(VisitorWish.Guest);
        await guest.GoAsync("/booking/films", "Films");
        await guest.SeesAsync("films");
        await Expect(ForYou(guest)).ToHaveCountAsync(0);

        Visitor user = await ArriveAsync(VisitorWish.User);
        await user.GoAsync("/booking/films", "Films");
        ILocator films = ForYou(user).GetByRole(AriaRole.Listitem);
        await Expect(films).ToHaveCountAsync(6);
        foreach (ILocator film in await films.AllAsync())
            await Expect(film.Locator("small")).ToContainTextAsync(new Regex(@"\w.*\."));
        ILocator time = films.First.GetByRole(AriaRole.Link).Last;
        await time.FocusAsync();
        await user.Page.Keyboard.PressAsync("Enter");
        await user.SeesAsync("Seats live");
    }

    private static ILocator ForYou(Visitor visitor) =>
        visitor.Page.Locator("section[aria-labelledby='for-you']");
}
