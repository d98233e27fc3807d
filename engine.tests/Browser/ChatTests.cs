using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Catalog.Engine.Tests.Browser;

/// <summary>Asking in one's own words, beside the lists.</summary>
public sealed class ChatTests(BrowserHost host) : BrowserTest(host)
{
    [BrowserFact]
    public async Task A_question_is_answered_with_cards_that_lead_to_the_seats()
    {
        StagedShow show = await Stage.PutOnAsync();
        Visitor visitor = await ArriveAsync(VisitorWish.Guest);
        await visitor.GoAsync("/booking", "Showtimes");
        await visitor.Button("Ask").ClickAsync();
        ILocator field = visitor.Field("Your question");
        await Expect(field).ToBeFocusedAsync();
        await field.FillAsync($"when is {show.Title} playing?");
        await field.PressAsync("Enter");
        await visitor.SeesAsync("Answered by the local model");
        await Expect(field).ToHaveValueAsync("");
        ILocator card = visitor.Page.GetByRole(AriaRole.List, new PageGetByRoleOptions { Name = "Results" })
            .GetByRole(AriaRole.Link).First;
        await Expect(card).ToContainTextAsync(show.Title);
        Assert.Empty(await Axe.FindAsync(visitor.Page));
        await card.ClickAsync();
        await visitor.SeesAsync("Seats live");
        Assert.Equal(show.Seats, visitor.Place);
    }

    [BrowserFact]
    public async Task What_was_said_is_there_on_the_next_page_which_suggests_its_own_questions()
    {
        StagedShow show = await Stage.PutOnAsync();
        Visitor visitor = await ArriveAsync(VisitorWish.User);
        await visitor.GoAsync("/booking/films/" + show.FilmId, show.Title);
        await visitor.Button("Ask").FocusAsync();
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.Button($"When is {show.Title} playing?").ClickAsync();
        await visitor.Page.GetByRole(AriaRole.List, new PageGetByRoleOptions { Name = "Results" })
            .GetByRole(AriaRole.Link).First.ClickAsync();
        await visitor.SeesAsync("Seats live");
        await visitor.Button("Ask").ClickAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Log)).ToContainTextAsync($"When is {show.Title} playing?");
        await visitor.Button($"What is {show.Title} about?").ClickAsync();
        await visitor.SeesAsync("runs 100 minutes");
        await visitor.Page.Keyboard.PressAsync("Escape");
        await Expect(visitor.Button("Ask")).ToBeFocusedAsync();
        await visitor.GoAsync("/booking/bookings", "My bookings");
        await visitor.Button("Ask").ClickAsync();
        await visitor.Button("Show my bookings").ClickAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Log)).ToContainTextAsync("no paid or held bookings");
        Assert.Empty(await Axe.FindAsync(visitor.Page));
    }

    [BrowserFact]
    public async Task A_guest_who_asks_for_bookings_is_led_to_sign_in_and_the_focus_comes_back()
    {
        Visitor guest = await ArriveAsync(VisitorWish.Guest);
        await guest.GoAsync("/booking/films", "Films");
        await guest.Button("Ask").ClickAsync();
        await guest.Button("Show my bookings").ClickAsync();
        await guest.SeesAsync("Sign in, and I can show you your bookings.");
        await Expect(guest.Page.GetByRole(AriaRole.Log).GetByRole(AriaRole.Link)).ToHaveAttributeAsync(
            "href", "/sign-in");
        await guest.Page.Keyboard.PressAsync("Escape");
        await Expect(guest.Field("Your question")).ToBeHiddenAsync();
        await Expect(guest.Button("Ask")).ToBeFocusedAsync();
    }
}
