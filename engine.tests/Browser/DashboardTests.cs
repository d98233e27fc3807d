using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Catalog.Engine.Tests.Browser;

/// <summary>The dashboard of booking: filters, drill-down, and numbers that follow what happens.</summary>
public sealed class DashboardTests(BrowserHost host) : BrowserTest(host)
{
    private const string Page = "/booking/admin/insight";

    [BrowserFact]
    public async Task The_numbers_follow_what_is_sold()
    {
        StagedShow show = await Stage.PutOnAsync();
        string buyer = await Stage.TokenAsync();
        await Stage.PayAsync(buyer, await Stage.HoldAsync(buyer, show.Id, "A4", "A5"));
        Visitor admin = await ArriveAsync(VisitorWish.Admin);
        await admin.GoAsync($"{Page}?movie={show.FilmId}&range=7d", "Dashboard");
        await Expect(Figure(admin, "Revenue")).ToContainTextAsync("€24.00");
        await Expect(Figure(admin, "Holds that were paid")).ToContainTextAsync("100.0");

        string other = await Stage.HoldAsync(buyer, show.Id, "B4");
        await Stage.PayAsync(buyer, other);
        await Expect(Figure(admin, "Revenue")).ToContainTextAsync("€36.00");
        await Expect(Figure(admin, "Places sold")).ToContainTextAsync("3");
        await Stage.CancelAsync(buyer, other);
        await Expect(Figure(admin, "Revenue")).ToContainTextAsync("€24.00");
        await Expect(Figure(admin, "Cancelled")).ToContainTextAsync("50.0");
    }

    [BrowserFact]
    public async Task A_film_that_is_pressed_is_what_the_dashboard_is_about_until_one_goes_back()
    {
        Visitor admin = await ArriveAsync(VisitorWish.Admin);
        await admin.GoAsync(Page, "Dashboard");
        ILocator films = admin.Page.GetByRole(
            AriaRole.List, new PageGetByRoleOptions { Name = "Popular films" });
        ILocator first = films.GetByRole(AriaRole.Button).First;
        await first.FocusAsync();
        await admin.Page.Keyboard.PressAsync("Enter");
        await admin.SeesAsync("Clear filter");
        Assert.Contains("movie=", admin.Place, StringComparison.Ordinal);
        await Expect(films.GetByRole(AriaRole.Button)).ToHaveCountAsync(1);
        await admin.Page.GoBackAsync();
        await admin.SeesNoMoreAsync("Clear filter");
        await Expect(films.GetByRole(AriaRole.Button)).Not.ToHaveCountAsync(1);
    }

    [BrowserFact]
    public async Task The_time_is_chosen_compared_and_kept_from_page_to_page()
    {
        Visitor admin = await ArriveAsync(VisitorWish.Admin);
        await admin.GoAsync(Page, "Dashboard");
        await admin.Field("Time").ClickAsync();
        await admin.Option("Last 7 days").ClickAsync();
        await admin.Field("Compared with").ClickAsync();
        await admin.Option("The time before").ClickAsync();
        await admin.SeesAsync("compared with");
        await admin.Button("Revenue: show the numbers").ClickAsync();
        ILocator table = admin.Page.GetByRole(
            AriaRole.Table, new PageGetByRoleOptions { Name = "Revenue, the numbers" });
        await Expect(table.Locator("[role=row][data-index]")).ToHaveCountAsync(7);
        await Expect(table).ToContainTextAsync("Before");
        await admin.Link("Customers").ClickAsync();
        await Expect(admin.Heading("Customers")).ToBeVisibleAsync();
        Assert.Contains("range=7d", admin.Place, StringComparison.Ordinal);
        Assert.Contains("compare=previous", admin.Place, StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Sales_are_saved_as_a_file_and_that_is_written_down()
    {
        Visitor admin = await ArriveAsync(VisitorWish.Admin);
        await admin.GoAsync(Page, "Dashboard");
        IDownload file = await admin.Page.RunAndWaitForDownloadAsync(async () =>
        {
            await admin.Button("Export").ClickAsync();
            await admin.Page.GetByRole(AriaRole.Menuitem, new PageGetByRoleOptions { Name = "Sales by day as CSV" })
                .ClickAsync();
        });
        Assert.EndsWith(".csv", file.SuggestedFilename, StringComparison.Ordinal);
        Assert.Contains("Revenue", await File.ReadAllTextAsync(await file.PathAsync()), StringComparison.Ordinal);
        await admin.GoAsync("/operations/exports", "Exports");
        await admin.SeesAsync("Sales by day");
        await admin.GoAsync("/operations/audit?action=export.", "Audit log");
        await admin.SeesAsync("export.request");
    }

    [BrowserFact]
    public async Task A_link_to_the_former_list_of_sales_leads_to_the_dashboard()
    {
        Visitor admin = await ArriveAsync(VisitorWish.Admin);
        await admin.GoAsync("/booking/admin/sales", "Dashboard");
        Assert.Equal(Page, admin.Place);
        await Expect(admin.Link("Dashboard")).ToHaveCountAsync(1);
    }

    /// <summary>A big number with its name.</summary>
    private static ILocator Figure(Visitor visitor, string name) =>
        visitor.Page.Locator("dl > div").Filter(new LocatorFilterOptions
        {
            Has = visitor.Page.Locator($"dt:text-is('{name}')"),
        });
}
