using System.Text.Json;
using Catalog.Bench.Shared.Pictures;
using Microsoft.Playwright;

namespace Catalog.Bench.Booking;

/// <summary>What is on the pictures: the demo's customer with a hold and a ticket, and every page's address.</summary>
internal sealed class BookingPages
{
    private readonly List<ScreenshotPage> _pages = [];

    /// <summary>Sets it up on a server; rules and reports only on one that was just started.</summary>
    /// <returns>The pages, those of one person together.</returns>
    public static async Task<IReadOnlyList<ScreenshotPage>> StageAsync(DemoSession demo, bool isNew)
    {
        await demo.BeCustomerAsync();
        JsonElement list = await demo.GetAsync("/booking/api/showtimes?limit=500");
        JsonElement[] shows = [.. list.GetProperty("items").EnumerateArray()];
        JsonElement half = shows.Where(show => Share(show) is > 0.35 and < 0.65).MaxBy(Capacity);
        JsonElement other = shows.Where(show => Share(show) is > 0.2 and < 0.7).MinBy(Capacity);
        string hold = await HoldAsync(demo, Id(other), 2);
        string paid = await HoldAsync(demo, Id(shows.Last(show => Share(show) < 0.6)), 3);
        var payment = new { bookingId = paid, payment = new { token = "tok_ok" } };
        await demo.PostAsync("/booking/api/bookings/confirm", payment);
        string[] soldOut = [.. shows.Where(show => Share(show) >= 1).Select(Id)];
        var scene = new BookingPages();
        scene.AddGuest(half.GetProperty("movieId").GetString()!, Id(half));
        scene.AddCustomer(Id(half), hold, paid);
        if (soldOut.Length > 0)
        {
            var wish = new { showtimeId = soldOut[^1], count = 2, together = true };
            await demo.PostAsync("/booking/api/waiting-list", wish);
            scene.AddWaiting(soldOut[0], soldOut[^1]);
        }

        scene.AddAdmin(Id(half));
        await demo.BeAdminAsync();
        await ExportAsync(demo);
        if (isNew) await BookingConsole.SetAsync(demo);
        return scene._pages;
    }

    private void AddGuest(string film, string show)
    {
        _pages.Add(new("home", "/", "At the top", IsWhole: true));
        _pages.Add(new("planned", "/chat", "Chat"));
        _pages.Add(new("sign-in", "/sign-in", "Try it as"));
        _pages.Add(new("register", "/register", "An account already?"));
        _pages.Add(new("not-found", "/no/such/page", "There is nothing here"));
        _pages.Add(new("showtimes", "/booking", "showtimes to come"));
        _pages.Add(new("showtime-panel", "/booking?open=" + show, "Choose seats"));
        _pages.Add(new("films", "/booking/films", "Films"));
        _pages.Add(new("film", "/booking/films/" + film, "min"));
    }

    private void AddCustomer(string show, string hold, string paid)
    {
        void Add(string name, string path, string shows, Func<IPage, Task>? prepare = null) =>
            _pages.Add(new ScreenshotPage(
                name, path, shows, DemoSession.Customer, DemoSession.CustomerPassword, prepare));

        Add("seats", "/booking/showtimes/" + show, "Seats live");
        Add("seats-held", "/booking/showtimes/" + show, "Seats live", BookingSteps.HoldBestAsync);
        Add("checkout", "/booking/checkout/" + hold, "Pay with");
        Add("ticket", "/booking/checkout/" + paid, "Enjoy the show");
        Add("my-bookings", "/booking/bookings", "Upcoming");
        Add("for-you", "/booking/films", "For you");
        Add("chat", "/booking", "showtimes to come", page => BookingSteps.AskAsync(page, "Comedies this weekend?"));
        Add("booking-panel", "/booking/bookings?open=" + paid, "Show it large");
        Add("ticket-large", $"/booking/bookings/{paid}/ticket", "All about this booking");
        Add("account", "/account", "Sessions");
        Add("forbidden", "/booking/admin/films", "administrators");
    }

    private void AddWaiting(string soldOut, string waited)
    {
        void Add(string name, string path, string shows) =>
            _pages.Add(new ScreenshotPage(
                name, "/booking/showtimes/" + path, shows, DemoSession.Customer, DemoSession.CustomerPassword));

        Add("sold-out", soldOut, "Sold out");
        Add("waiting-list", soldOut + "/waiting-list", "Join the list");
        Add("waiting-place", waited + "/waiting-list", "Leave the list");
    }

    private void AddAdmin(string show)
    {
        void Add(
            string name, string path, string shows, bool isWhole = false, Func<IPage, Task>? prepare = null) =>
            _pages.Add(new ScreenshotPage(
                name, path, shows, DemoSession.Admin, DemoSession.AdminPassword, prepare, isWhole));

        Add("admin-schedule", "/booking/admin/schedule", "Schedule");
        Add("admin-showtime", "/booking/admin/schedule?open=" + show, "Save changes");
        Add("admin-series", "/booking/admin/schedule/series", "series");
        Add("admin-theaters", "/booking/admin/theaters", "Theaters");
        Add("admin-plan", "/booking/admin/theaters/new", "A new theater");
        Add("admin-films", "/booking/admin/films", "Films");
        Add("admin-film", "/booking/admin/films?open=new", "Add the film");
        Add("admin-office", "/booking/admin/office/" + show, "Seats live");
        Add("admin-insight", "/booking/admin/insight?compare=previous", "From hold to seat", isWhole: true);
        Add("admin-insight-customers", "/booking/admin/insight/customers", "First booking", isWhole: true);
        Add("admin-insight-outlook", "/booking/admin/insight/outlook", "Train anew", isWhole: true);
        Add("admin-price", "/booking/admin/insight/outlook", "Train anew", prepare: BookingSteps.OpenPriceAsync);
        Add("admin-live", "/booking/admin/live", "How full the houses are", isWhole: true);
        Add("consumers", "/operations", "Consumers");
        Add("alerts", "/operations/alerts", "Add a rule", isWhole: true);
        Add("alert-panel", "/operations/alerts?open=3", "Resolution note");
        Add("alert-rule", "/operations/alerts?rule=1", "Must hold for");
        Add("exports", "/operations/exports", "Scheduled reports");
        Add("reports", "/operations/reports", "Add a report");
        Add("report-new", "/operations/reports?open=new", "Recipients");
        Add("audit", "/operations/audit", "Audit log");
        Add("system", "/operations/system", "All is well", isWhole: true);
        Add("cluster", "/operations/cluster", "Shards by node", isWhole: true);
    }

    /// <summary>An administrator has a file written, so that exports and audit log have something to show.</summary>
    private static async Task ExportAsync(DemoSession demo)
    {
        foreach (string format in (string[])["csv", "pdf"])
        {
            var of = new { by = "movie" };
            var wish = new { source = "booking.sales", format, title = "Sales by film", arguments = of };
            await demo.PostAsync("/api/admin/exports", wish);
        }
    }

    private static string Id(JsonElement show) => show.GetProperty("id").GetString()!;

    private static int Capacity(JsonElement show) => show.GetProperty("capacity").GetInt32();

    private static double Share(JsonElement show) => show.GetProperty("sold").GetInt32() / (double)Capacity(show);

    private static async Task<string> HoldAsync(DemoSession demo, string show, int count)
    {
        JsonElement held = await demo.PostAsync(
            "/booking/api/bookings/reserve", new { showtimeId = show, best = new { count } });
        return held.GetProperty("bookingId").GetString()!;
    }
}
