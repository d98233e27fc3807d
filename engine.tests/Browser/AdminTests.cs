using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Catalog.Engine.Tests.Browser;

public sealed class AdminTests(BrowserHost host) : BrowserTest(host)
{
    [BrowserFact]
    public async Task A_theater_a_film_and_a_showtime_are_made_and_on_sale()
    {
        (string theater, string film) = (BrowserStage.NewName("The New House"), BrowserStage.NewName("The New Film"));
        Visitor admin = await ArriveAsync(VisitorWish.Admin);
        await AddTheaterAsync(admin, theater);
        await AddFilmAsync(admin, film);
        await admin.GoAsync("/booking/admin/schedule", "Schedule");
        await admin.Button("Add a showtime").ClickAsync();
        ILocator panel = admin.Page.GetByRole(AriaRole.Dialog, new PageGetByRoleOptions { Name = "A new showtime" });
        await ChooseAsync(admin, panel, "Film", film);
        await ChooseAsync(admin, panel, "Theater", theater);
        string starts = DateTime.UtcNow.AddDays(3).ToString("yyyy-MM-ddT20:30", CultureInfo.InvariantCulture);
        await panel.GetByLabel("Starts").FillAsync(starts);
        await panel.GetByLabel("Standard").FillAsync("9.50");
        await panel.GetByLabel("Premium").FillAsync("14");
        await panel.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Add the showtime" }).ClickAsync();
        await admin.SeesAsync("The showtime is saved.");

        Visitor guest = await ArriveAsync(VisitorWish.Guest);
        await guest.GoAsync($"/booking?search={Uri.EscapeDataString(film)}", "Showtimes");
        await guest.SeesAsync("1 showtime to come");
        await guest.SeesAsync("20:30");
        await guest.SeesAsync("€9.50");
        await guest.Page.Locator("[role=row][data-index='0'][tabindex]").ClickAsync();
        await guest.Link("Choose seats").ClickAsync();
        await guest.SeesAsync("80 free");
    }

    [BrowserFact]
    public async Task The_box_office_takes_seats_off_sale_while_customers_look()
    {
        StagedShow show = await Stage.PutOnAsync();
        Visitor customer = await ArriveAsync(VisitorWish.ListUser);
        await customer.WatchSeatsAsync(show);
        Visitor admin = await ArriveAsync(VisitorWish.Admin);
        await admin.GoAsync("/booking/admin/office/" + show.Id, "Box office");
        await admin.Field("Seats by name").FillAsync("B, C1-C3");
        await admin.Button("Choose").ClickAsync();
        await admin.Button("Block 11").ClickAsync();
        await admin.SeesAsync("11 seats are off sale.");
        await customer.SeesSeatAsync("B", 8, "not for sale");
        await customer.SeesSeatAsync("C", 3, "not for sale");
        await customer.SeesSeatAsync("C", 4, "free");
        await admin.Field("Seats by name").FillAsync("C1-C3");
        await admin.Button("Choose").ClickAsync();
        await admin.Button("Unblock 3").ClickAsync();
        await customer.SeesSeatAsync("C", 3, "free");
    }

    [BrowserFact]
    public async Task The_consumers_of_the_journal_are_seen_at_work()
    {
        Visitor admin = await ArriveAsync(VisitorWish.Admin);
        await admin.GoAsync("/operations", "Consumers");
        ILocator table = admin.Page.GetByRole(AriaRole.Table, new PageGetByRoleOptions { Name = "Consumers" });
        ILocator rows = table.Locator("[role=row][data-index]");
        await Expect(rows.First).ToBeVisibleAsync();
        await Expect(rows).ToHaveCountAsync(await CountConsumersAsync());
        await rows.First.ClickAsync();
        await Expect(admin.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        Assert.Contains("open=", admin.Place, StringComparison.Ordinal);
    }

    private async Task<int> CountConsumersAsync() =>
        (await Stage.GetAsync("/api/admin/consumers")).GetProperty("consumers").GetArrayLength();

    private static async Task AddTheaterAsync(Visitor admin, string name)
    {
        await admin.GoAsync("/booking/admin/theaters", "Theaters");
        await admin.Link("Add a theater").ClickAsync();
        await admin.Field("Name").FillAsync(name);
        await admin.Field("City").FillAsync("Lyon");
        await admin.Button("Templates").ClickAsync();
        await admin.Page.GetByRole(AriaRole.Menuitem).Filter(new LocatorFilterOptions { HasText = "Small house" })
            .ClickAsync();
        await admin.SeesAsync("80 seats");
        await admin.Button("Add a row").ClickAsync();
        await admin.Button("Undo").ClickAsync();
        await admin.SeesAsync("80 seats");
        await admin.Button("Add the theater").ClickAsync();
        await admin.SeesAsync($"“{name}” is saved.");
    }

    private static async Task AddFilmAsync(Visitor admin, string title)
    {
        await admin.GoAsync("/booking/admin/films", "Films");
        await admin.Button("Add a film").ClickAsync();
        await admin.Field("Title").FillAsync(title);
        await admin.Page.GetByRole(AriaRole.Dialog).GetByLabel("Genre").FillAsync("Drama");
        await admin.Field("Duration").FillAsync("95");
        await admin.Button("Add the film").ClickAsync();
        await admin.SeesAsync($"“{title}” is saved.");
    }

    private static async Task ChooseAsync(Visitor admin, ILocator panel, string label, string wanted)
    {
        ILocator field = panel.GetByLabel(new Regex("^" + label)).And(admin.Page.Locator("input")).First;
        await field.FillAsync(wanted);
        await admin.Page.GetByRole(AriaRole.Option).Filter(new LocatorFilterOptions { HasText = wanted }).ClickAsync();
    }
}
