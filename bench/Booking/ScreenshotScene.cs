using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;

namespace Catalog.Bench.Booking;

/// <summary>What is on the pictures: the demo's customer with a hold and a ticket, and every page's address.</summary>
internal sealed class ScreenshotScene
{
    private const string Customer = "demo@catalog.test";
    private const string CustomerPassword = "demo-customer-1";
    private const string Admin = "admin@catalog.test";
    private const string AdminPassword = "demo-admin-1";
    private readonly List<ScreenshotPage> _pages = [];

    /// <summary>Every page, those of one person together.</summary>
    public IReadOnlyList<ScreenshotPage> Pages => _pages;

    /// <summary>Sets it up on a server; rules and reports only on one that was just started.</summary>
    public static async Task<ScreenshotScene> SetAsync(Uri server, bool isNew, CancellationToken cancel)
    {
        using var http = new HttpClient { BaseAddress = server };
        string token = (await SendAsync(
            http, "/api/auth/login", new { email = Customer, password = CustomerPassword }, cancel))
            .GetProperty("accessToken").GetString()!;
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        JsonElement list = await http.GetFromJsonAsync<JsonElement>("/booking/api/showtimes?limit=500", cancel);
        JsonElement[] shows = [.. list.GetProperty("items").EnumerateArray()];
        JsonElement half = shows.Where(show => Share(show) is > 0.35 and < 0.65).MaxBy(Capacity);
        JsonElement other = shows.Where(show => Share(show) is > 0.2 and < 0.7).MinBy(Capacity);
        string hold = await HoldAsync(http, Id(other), 2, cancel);
        string paid = await HoldAsync(http, Id(shows.Last(show => Share(show) < 0.6)), 3, cancel);
        var payment = new { bookingId = paid, payment = new { token = "tok_ok" } };
        await SendAsync(http, "/booking/api/bookings/confirm", payment, cancel);
        string[] soldOut = [.. shows.Where(show => Share(show) >= 1).Select(Id)];
        var scene = new ScreenshotScene();
        scene.AddGuest(half.GetProperty("movieId").GetString()!, Id(half));
        scene.AddCustomer(Id(half), hold, paid);
        if (soldOut.Length > 0)
        {
            var wish = new { showtimeId = soldOut[^1], count = 2, together = true };
            await SendAsync(http, "/booking/api/waiting-list", wish, cancel);
            scene.AddWaiting(soldOut[0], soldOut[^1]);
        }

        scene.AddAdmin(Id(half));
        await ExportAsync(http, cancel);
        if (isNew) await ScreenshotConsole.SetAsync(http, cancel);
        return scene;
    }

    private void AddGuest(string film, string show)
    {
        _pages.Add(new("home", "/", "Catalog"));
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
            _pages.Add(new ScreenshotPage(name, path, shows, Customer, CustomerPassword, prepare));

        Add("seats", "/booking/showtimes/" + show, "Seats live");
        Add("seats-held", "/booking/showtimes/" + show, "Seats live", ScreenshotSteps.HoldBestAsync);
        Add("checkout", "/booking/checkout/" + hold, "Pay with");
        Add("ticket", "/booking/checkout/" + paid, "Enjoy the show");
        Add("my-bookings", "/booking/bookings", "Upcoming");
        Add("for-you", "/booking/films", "For you");
        Add("chat", "/booking", "showtimes to come", page => ScreenshotSteps.AskAsync(page, "Comedies this weekend?"));
        Add("booking-panel", "/booking/bookings?open=" + paid, "Show it large");
        Add("ticket-large", $"/booking/bookings/{paid}/ticket", "All about this booking");
        Add("account", "/account", "Sessions");
        Add("forbidden", "/booking/admin/films", "administrators");
    }

    private void AddWaiting(string soldOut, string waited)
    {
        void Add(string name, string path, string shows) =>
            _pages.Add(new ScreenshotPage(name, "/booking/showtimes/" + path, shows, Customer, CustomerPassword));

        Add("sold-out", soldOut, "Sold out");
        Add("waiting-list", soldOut + "/waiting-list", "Join the list");
        Add("waiting-place", waited + "/waiting-list", "Leave the list");
    }

    private void AddAdmin(string show)
    {
        void Add(
            string name, string path, string shows, bool isWhole = false, Func<IPage, Task>? prepare = null) =>
            _pages.Add(new ScreenshotPage(name, path, shows, Admin, AdminPassword, prepare, isWhole));

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
        Add("admin-price", "/booking/admin/insight/outlook", "Train anew", prepare: ScreenshotSteps.OpenPriceAsync);
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
    private static async Task ExportAsync(HttpClient http, CancellationToken cancel)
    {
        JsonElement session =
            await SendAsync(http, "/api/auth/login", new { email = Admin, password = AdminPassword }, cancel);
        string token = session.GetProperty("accessToken").GetString()!;
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        foreach (string format in (string[])["csv", "pdf"])
        {
            var of = new { by = "movie" };
            var wish = new { source = "booking.sales", format, title = "Sales by film", arguments = of };
            await SendAsync(http, "/api/admin/exports", wish, cancel);
        }
    }

    private static string Id(JsonElement show) => show.GetProperty("id").GetString()!;

    private static int Capacity(JsonElement show) => show.GetProperty("capacity").GetInt32();

    private static double Share(JsonElement show) => show.GetProperty("sold").GetInt32() / (double)Capacity(show);

    private static async Task<string> HoldAsync(HttpClient http, string show, int count, CancellationToken cancel)
    {
        JsonElement held = await SendAsync(
            http, "/booking/api/bookings/reserve", new { showtimeId = show, best = new { count } }, cancel);
        return held.GetProperty("bookingId").GetString()!;
    }

    /// <summary>Posts something, and gives what is answered.</summary>
    internal static async Task<JsonElement> SendAsync(
        HttpClient http, string path, object? body, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        if (body is not null) request.Content = JsonContent.Create(body);
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        using HttpResponseMessage answer = await http.SendAsync(request, cancel);
        string text = await answer.Content.ReadAsStringAsync(cancel);
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{path}: {text}");
        return JsonDocument.Parse(text).RootElement;
    }
}
