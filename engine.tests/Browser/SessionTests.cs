using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Catalog.Engine.Tests.Browser;

public sealed class SessionTests(BrowserHost host) : BrowserTest(host)
{
    [BrowserFact]
    public async Task Signing_in_returns_to_the_seats_one_had_chosen()
    {
        StagedShow show = await Stage.PutOnAsync();
        Visitor visitor = (await ArriveAsync(new VisitorWish { HasSeatList = true })).Expecting(401);
        await visitor.WatchSeatsAsync(show);
        await visitor.Seat("A", 4).ClickAsync();
        await visitor.Button("Sign in and reserve").ClickAsync();
        await Expect(visitor.Heading("Sign in")).ToBeVisibleAsync();
        await visitor.Field("Email").FillAsync("demo@catalog.test");
        await visitor.Field("Password").FillAsync("wrong");
        await visitor.Button("Sign in").ClickAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await visitor.Field("Password").FillAsync("demo-customer-1");
        await visitor.Button("Sign in").ClickAsync();
        await visitor.SeesSeatAsync("A", 4, "chosen");
        await visitor.Button("Reserve").ClickAsync();
        await visitor.SeesAsync("Held for you");
        await visitor.Button("Release").ClickAsync();
        await visitor.Button("Give back").ClickAsync();
        await visitor.SeesSeatAsync("A", 4, "free");
    }

    [BrowserFact]
    public async Task A_page_for_users_asks_who_one_is_and_then_opens()
    {
        Visitor visitor = await ArriveAsync(VisitorWish.Guest);
        await visitor.GoAsync("/booking/bookings?show=past", "Sign in");
        await visitor.Button("Customer").ClickAsync();
        await Expect(visitor.Heading("My bookings")).ToBeVisibleAsync();
        Assert.Equal("/booking/bookings?show=past", visitor.Place);
    }

    [BrowserFact]
    public async Task Signing_out_everywhere_signs_out_every_window_and_browser()
    {
        Visitor here = await ArriveAsync(VisitorWish.User);
        Visitor otherBrowser = (await ArriveAsync(new VisitorWish { Email = here.Email })).Expecting(401);
        // Its socket may be closed before it hears of that from the other window, and then it asks the server.
        await using Visitor otherWindow = (await here.OpenWindowAsync()).Expecting(401);
        await otherWindow.GoAsync("/booking/bookings", "My bookings");
        await otherBrowser.GoAsync("/booking/bookings", "My bookings");
        await here.GoAsync("/account", "Account");
        await here.Button("Sign out everywhere").ClickAsync();
        ILocator question = here.Page.GetByRole(AriaRole.Dialog);
        await question.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Sign out everywhere" })
            .ClickAsync();
        await Expect(here.Link("Sign in")).ToBeVisibleAsync();
        await Expect(otherWindow.Link("Sign in")).ToBeVisibleAsync();
        // Its socket was closed, so it asks and learns it.
        await Expect(otherBrowser.Link("Sign in").First).ToBeVisibleAsync();
        Assert.Empty(otherWindow.Troubles);
    }

    [BrowserFact]
    public async Task A_page_left_while_its_session_is_renewed_stays_signed_in()
    {
        Visitor visitor = await ArriveAsync(VisitorWish.User);
        var renewed = new TaskCompletionSource();
        const string renewal = "**/api/auth/refresh?cookie=true";
        await visitor.Page.RouteAsync(renewal, async route =>
        {
            // The server renews the session, and the answer never arrives.
            using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false });
            using var request = new HttpRequestMessage(HttpMethod.Post, route.Request.Url);
            request.Headers.Add("Cookie", (await route.Request.AllHeadersAsync())["cookie"]);
            using HttpResponseMessage answer = await http.SendAsync(request);
            if (answer.IsSuccessStatusCode) renewed.TrySetResult();
        });
        await visitor.Page.GotoAsync("/booking/bookings");
        await renewed.Task.WaitAsync(TimeSpan.FromMinutes(1));
        await visitor.Page.UnrouteAsync(renewal);
        await visitor.GoAsync("/booking/bookings", "My bookings");
        await visitor.GoAsync("/account", "Account");
    }

    [BrowserFact]
    public async Task Where_one_may_not_go_and_where_nothing_is_there_is_a_way_out()
    {
        Visitor visitor = (await ArriveAsync(VisitorWish.User)).Expecting(404);
        await visitor.GoAsync("/booking/admin/films");
        await visitor.SeesAsync("This page is for administrators");
        await visitor.GoAsync("/no/such/page");
        await visitor.SeesAsync("There is nothing here");
        await visitor.GoAsync("/booking/films/999999999");
        await Expect(visitor.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("nothing here");
        await visitor.Link("Go home").ClickAsync();
        await Expect(visitor.Heading("Catalog").Or(visitor.Heading("Backends")).First).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task Without_a_network_the_page_says_so_and_goes_on_afterwards()
    {
        StagedShow show = await Stage.PutOnAsync();
        Visitor visitor = await ArriveAsync(VisitorWish.ListUser);
        await visitor.WatchSeatsAsync(show);
        visitor.ExpectNoNetwork();
        await visitor.Context.SetOfflineAsync(true);
        await visitor.SeesAsync("You are offline");
        string other = await Stage.TokenAsync();
        await Stage.HoldAsync(other, show.Id, "A4");
        await visitor.Context.SetOfflineAsync(false);
        await visitor.SeesNoMoreAsync("You are offline");
        await visitor.SeesSeatAsync("A", 4, "held by somebody else");
    }
}
