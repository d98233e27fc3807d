using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Catalog.Engine.Tests.Browser;

/// <summary>The operators' page of the server itself.</summary>
public sealed class SystemTests(BrowserHost host) : BrowserTest(host)
{
    [BrowserFact]
    public async Task Shards_and_requests_are_seen_at_work_as_drawings_and_as_numbers()
    {
        Visitor admin = await ArriveAsync(VisitorWish.Admin);
        await admin.GoAsync("/operations/system", "System");
        ILocator shards = Table(admin, "Shards").Locator("[role=row][data-index]");
        int count = (await Stage.GetAsync("/api/admin/system")).GetProperty("shards").GetArrayLength();
        await Expect(shards).ToHaveCountAsync(count);
        await Expect(admin.Page.GetByText("Updated just now")).ToBeVisibleAsync();

        ILocator drawing = admin.Page.GetByRole(
            AriaRole.Img, new PageGetByRoleOptions { Name = "Batches by size." });
        await Expect(drawing.Locator("canvas")).ToBeVisibleAsync();
        await admin.Button("Commands a batch: show the numbers").ClickAsync();
        await Expect(Table(admin, "Batches by size, the numbers")).ToBeVisibleAsync();

        await admin.Button("Shards: open large").ClickAsync();
        ILocator dialog = admin.Page.GetByRole(AriaRole.Dialog, new PageGetByRoleOptions { Name = "Shards" });
        await Expect(dialog).ToBeVisibleAsync();
        await admin.Page.Keyboard.PressAsync("Escape");
        await Expect(dialog).ToHaveCountAsync(0);
        await Expect(admin.Button("Shards: open large")).ToBeFocusedAsync();
    }

    private static ILocator Table(Visitor visitor, string name) =>
        visitor.Page.GetByRole(AriaRole.Table, new PageGetByRoleOptions { Name = name, Exact = true });
}
