using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Catalog.Engine.Tests.Browser;

public sealed class LiveBoardTests(BrowserHost host) : BrowserTest(host)
{
    [BrowserFact]
    public async Task Bookings_slide_in_on_top_and_wait_while_somebody_points_at_the_board()
    {
        StagedShow show = await Stage.PutOnAsync();
        string buyer = await Stage.TokenAsync();
        await Stage.HoldAsync(buyer, show.Id, "A3");
        Visitor admin = await ArriveAsync(VisitorWish.Admin);
        await admin.Page.EmulateMediaAsync(
            new PageEmulateMediaOptions { ReducedMotion = ReducedMotion.NoPreference });
        await admin.GoAsync("/booking/admin/live", "Live bookings");
        await Expect(Row(admin, show)).ToHaveCountAsync(1);
        await NoteSlidesAsync(admin);
        await Stage.HoldAsync(buyer, show.Id, "A4");
        await Expect(Row(admin, show)).ToHaveCountAsync(2);
        await Expect(Row(admin, show).First).ToContainTextAsync("A4");
        Assert.StartsWith("translateY(-", await admin.Page.EvaluateAsync<string>("window.slides[0]"));

        ILocator board = admin.Page.GetByRole(
            AriaRole.Region, new PageGetByRoleOptions { Name = "What happened, the newest first" });
        await board.HoverAsync();
        await Stage.HoldAsync(buyer, show.Id, "B5");
        await admin.SeesAsync("Held still, 1 waiting");
        await Expect(Row(admin, show)).ToHaveCountAsync(2);
        await admin.Heading("Live bookings").HoverAsync();
        await Expect(Row(admin, show)).ToHaveCountAsync(3);
        await admin.SeesNoMoreAsync("waiting");
    }

    private static ILocator Row(Visitor admin, StagedShow show) =>
        admin.Page.GetByRole(AriaRole.Region).Filter(new LocatorFilterOptions { HasText = "House now" })
            .GetByRole(AriaRole.Row).Filter(new LocatorFilterOptions { HasText = show.Title });

    private static Task NoteSlidesAsync(Visitor admin) => admin.Page.EvaluateAsync(
        """
        () => {
          window.slides = [];
          const animate = HTMLTableSectionElement.prototype.animate;
          HTMLTableSectionElement.prototype.animate = function (frames, options) {
            window.slides.push(frames[0].transform);
            return animate.call(this, frames, options);
          };
        }
        """);
}
