namespace Catalog.Engine.Tests.Browser;

/// <summary>Every page there is, with what has to be on it before it counts as shown.</summary>
internal static class EveryPage
{
    /// <summary>
    /// The most a page may move by itself: what the change from the system's font to the app's costs where it is late.
    /// Less than a third of what counts as good.
    /// </summary>
    public const double MostShift = 0.03;

    /// <summary>What guests, users and administrators see. What is in braces stands for a staged one's id.</summary>
    public static IReadOnlyList<PageVisit> All { get; } = [.. House, .. Booking, .. Leaderboards];

    private static IReadOnlyList<PageVisit> House =>
    [
        new("/", "Catalog", VisitorRole.Guest),
        new("/sign-in", "Sign in", VisitorRole.Guest),
        new("/register", "Register", VisitorRole.Guest),
        new("/chat", "Chat", VisitorRole.Guest),
        new("/no/such/page", "There is nothing here", VisitorRole.Guest),
        new("/account", "Account", VisitorRole.User),
        new("/operations", "Consumers", VisitorRole.Admin),
        new("/operations/alerts", "Add a rule", VisitorRole.Admin),
        new("/operations/alerts?rule=new", "Must hold for", VisitorRole.Admin),
        new("/operations/exports", "Scheduled reports", VisitorRole.Admin),
        new("/operations/reports", "Add a report", VisitorRole.Admin),
        new("/operations/reports?open=new", "Recipients", VisitorRole.Admin),
        new("/operations/audit", "Audit log", VisitorRole.Admin),
        new("/operations/system", "Slow operations", VisitorRole.Admin),
        new("/operations/cluster", "This server is alone", VisitorRole.Admin),
    ];

    private static IReadOnlyList<PageVisit> Booking =>
    [
        new("/booking", "Showtimes", VisitorRole.Guest),
        new("/booking?search={title}&open={show}", "Choose seats", VisitorRole.Guest),
        new("/booking/films", "Films", VisitorRole.Guest),
        new("/booking/films/{film}", "{title}", VisitorRole.Guest),
        new("/booking/showtimes/{show}", "Seats live", VisitorRole.User),
        new("/booking/checkout/{hold}", "Checkout", VisitorRole.User),
        new("/booking/checkout/{paid}", "Enjoy the show", VisitorRole.User),
        new("/booking/bookings", "{title}", VisitorRole.User),
        new("/booking/bookings?open={paid}", "Show it large", VisitorRole.User),
        new("/booking/bookings/{paid}/ticket", "All about this booking", VisitorRole.User),
        new("/booking/showtimes/{full}/waiting-list", "Join the list", VisitorRole.User),
        new("/booking/showtimes/{queue}/waiting-room", "You are next", VisitorRole.User),
        new("/booking/admin/schedule", "Schedule", VisitorRole.Admin),
        new("/booking/admin/schedule?open={show}", "Save changes", VisitorRole.Admin),
        new("/booking/admin/schedule/series", "series", VisitorRole.Admin),
        new("/booking/admin/theaters", "Theaters", VisitorRole.Admin),
        new("/booking/admin/theaters/new", "A new theater", VisitorRole.Admin),
        new("/booking/admin/films", "Films", VisitorRole.Admin),
        new("/booking/admin/films?open=new", "Add the film", VisitorRole.Admin),
        new("/booking/admin/office/{show}", "Seats live", VisitorRole.Admin),
        new("/booking/admin/live", "House now", VisitorRole.Admin),
        new("/booking/admin/insight?compare=previous", "From hold to seat", VisitorRole.Admin),
        new("/booking/admin/insight/customers", "First booking", VisitorRole.Admin),
        new("/booking/admin/insight/outlook", "Train anew", VisitorRole.Admin),
        new("/booking/admin/insight/outlook?show={show}", "Change the price", VisitorRole.Admin),
    ];

    private static IReadOnlyList<PageVisit> Leaderboards =>
    [
        new("/leaderboards", "Live scores", VisitorRole.Guest),
        new("/leaderboards?mode=raid&span=weekly&region=eu", "Live scores", VisitorRole.User),
        new("/leaderboards?span=events", "Open cup", VisitorRole.User),
        new("/leaderboards?span=events&event=1", "Friends only", VisitorRole.User),
        new("/leaderboards/players/{player}", "Places in", VisitorRole.User),
        new("/leaderboards/admin/review?mode=raid", "Held because", VisitorRole.Admin),
        new("/leaderboards/admin/review?mode=raid&open={case}", "Held games beside usual ones", VisitorRole.Admin),
        new("/leaderboards/admin/review?mode=raid&open={unusual}", "Beside everybody", VisitorRole.Admin),
        new("/leaderboards/admin/review?mode=raid&panel=accuracy", "Precision by kind", VisitorRole.Admin),
        new("/leaderboards/archive?type=daily", "and who was rewarded", VisitorRole.Guest),
        new("/leaderboards/admin/insight", "Event participation", VisitorRole.Admin),
        new("/leaderboards/admin/insight/boards?compare=previous", "How long games take", VisitorRole.Admin),
        new("/leaderboards/admin/insight/health?mode=raid", "How newcomers climb", VisitorRole.Admin),
        new("/leaderboards/admin/insight/players?compare=previous", "Who comes back", VisitorRole.Admin),
        new("/leaderboards/admin/insight/skill", "What experience brings", VisitorRole.Admin),
        new("/leaderboards/admin/insight/churn", "Why they are at risk", VisitorRole.Admin),
        new("/leaderboards/admin/insight/money", "Lifetime value by channel", VisitorRole.Admin),
        new("/leaderboards/admin/events", "End the season", VisitorRole.Admin),
        new("/leaderboards/admin/events?open=new", "Add the event", VisitorRole.Admin),
    ];
}
