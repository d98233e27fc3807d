using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Catalog.Engine.Tests.Browser;

/// <summary>Booking without a mouse: nothing here clicks.</summary>
public sealed class KeyboardTests(BrowserHost host) : BrowserTest(host)
{
    private const int MostTabs = 80;

    [BrowserFact]
    public async Task From_the_list_to_the_ticket_by_keys_alone()
    {
        StagedShow show = await Stage.PutOnAsync();
        Visitor visitor = await ArriveAsync(VisitorWish.User);
        await visitor.GoAsync("/booking", "Showtimes");
        await TabToAsync(visitor, "Search films");
        await visitor.Page.Keyboard.TypeAsync(show.Title);
        await visitor.SeesAsync("1 showtime to come");
        await TabToAsync(visitor, "row");
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Expect(visitor.Link("Choose seats")).ToBeVisibleAsync();
        await TabToAsync(visitor, "Choose seats");
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.SeesAsync("Seats live");
        await TabToAsync(visitor, "Seats for " + show.Title);
        await PressAsync(visitor, "ArrowRight", "Space", "ArrowDown", "Space");
        await visitor.SeesAsync("2 seats");
        await TabToAsync(visitor, "Reserve");
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.SeesAsync("Held for you");
        await TabToAsync(visitor, "Pay");
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Expect(visitor.Heading("Checkout")).ToBeVisibleAsync();
        await TabToAsync(visitor, "Pay €");
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Expect(visitor.Heading("Enjoy the show")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task The_list_of_seats_has_the_powers_of_the_map()
    {
        StagedShow show = await Stage.PutOnAsync();
        Visitor visitor = await ArriveAsync(VisitorWish.ListUser);
        await visitor.WatchSeatsAsync(show);
        await TabToAsync(visitor, "Row A, seat 1");
        await PressAsync(visitor, "Space", "ArrowRight", "Space", "ArrowDown", "ArrowDown", "Enter");
        await visitor.SeesSeatAsync("A", 1, "chosen");
        await visitor.SeesSeatAsync("A", 2, "chosen");
        await visitor.SeesSeatAsync("C", 2, "chosen");
        await PressAsync(visitor, "Enter");
        await visitor.SeesSeatAsync("C", 2, "free");
        await TabToAsync(visitor, "Reserve");
        await PressAsync(visitor, "Enter");
        await visitor.SeesSeatAsync("A", 2, "held for you");
        await TabToAsync(visitor, "Release");
        await PressAsync(visitor, "Enter");
        // The question takes the focus once it stands there; a key before that would answer it.
        ILocator keep = visitor.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Keep" });
        await Expect(keep).ToBeFocusedAsync();
        await TabToAsync(visitor, "Give back");
        await PressAsync(visitor, "Enter");
        await visitor.SeesSeatAsync("A", 2, "free");
    }

    [BrowserFact]
    public async Task Control_K_leads_to_pages_and_films()
    {
        StagedShow show = await Stage.PutOnAsync();
        Visitor visitor = await ArriveAsync(VisitorWish.Guest);
        await visitor.GoAsync("/", "Catalog");
        await PressAsync(visitor, "Control+KeyK");
        ILocator search = visitor.Page.GetByRole(
            AriaRole.Combobox, new PageGetByRoleOptions { Name = "Search everything" });
        await Expect(search).ToBeFocusedAsync();
        await visitor.Page.Keyboard.TypeAsync(show.Title);
        ILocator hit = visitor.Page.GetByRole(AriaRole.Option)
            .Filter(new LocatorFilterOptions { HasText = show.Title });
        await Expect(hit.First).ToBeVisibleAsync();
        await PressAsync(visitor, "Enter");
        await Expect(visitor.Heading(show.Title)).ToBeVisibleAsync();
    }

    private static async Task PressAsync(Visitor visitor, params string[] keys)
    {
        foreach (string key in keys) await visitor.Page.Keyboard.PressAsync(key);
    }

    /// <summary>Tabs on until the focus is on what is called, or is, that.</summary>
    private static async Task TabToAsync(Visitor visitor, string name)
    {
        var seen = new List<string>();
        for (int i = 0; i < MostTabs; i++)
        {
            await visitor.Page.Keyboard.PressAsync("Tab");
            string here = await visitor.Page.EvaluateAsync<string>(
                """
                () => {
                  const it = document.activeElement;
                  if (it.getAttribute("role") === "row") return "row";
                  return it.getAttribute("aria-label") ?? it.textContent.trim();
                }
                """);
            bool isShort = name is "Pay" or "row";
            if (isShort ? here == name : here.StartsWith(name, StringComparison.Ordinal)) return;
            seen.Add(here);
        }

        Assert.Fail($"{name} is not among: {string.Join(", ", seen)}");
    }
}
