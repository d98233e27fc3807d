using Microsoft.Playwright;

namespace Catalog.Bench.Booking;

/// <summary>What is done on a page before its picture is taken.</summary>
internal static class BookingSteps
{
    private const int PatienceMs = 10_000;

    /// <summary>Holds the best seats, unless some are held already.</summary>
    public static async Task HoldBestAsync(IPage page)
    {
        ILocator button = page.GetByRole(AriaRole.Button)
            .Filter(new LocatorFilterOptions { HasText = "Hold best" });
        if (await button.CountAsync() > 0) await button.First.ClickAsync();
    }

    /// <summary>Asks the chat and waits for its answer.</summary>
    public static async Task AskAsync(IPage page, string question)
    {
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Ask", Exact = true }).ClickAsync();
        ILocator field = page.GetByLabel("Your question").And(page.Locator("input"));
        await field.FillAsync(question);
        await field.PressAsync("Enter");
        await page.GetByText("Answered by").WaitForAsync(new LocatorWaitForOptions { Timeout = PatienceMs });
    }

    /// <summary>Opens the first showtime that will stay too empty.</summary>
    public static async Task OpenPriceAsync(IPage page)
    {
        ILocator table = page.GetByRole(
            AriaRole.Table, new PageGetByRoleOptions { Name = "Showtimes that will stay too empty" });
        await table.Locator("[role=row][data-index='0']").ClickAsync();
        await page.GetByRole(AriaRole.Dialog).WaitForAsync(new LocatorWaitForOptions { Timeout = PatienceMs });
    }
}
