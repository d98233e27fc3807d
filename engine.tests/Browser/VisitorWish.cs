namespace Catalog.Engine.Tests.Browser;

/// <summary>Who comes, and with what.</summary>
internal sealed record VisitorWish
{
    /// <summary>Nobody in particular, at a desk.</summary>
    public static readonly VisitorWish Guest = new();

    /// <summary>Somebody with an account of their own.</summary>
    public static readonly VisitorWish User = new() { IsSignedIn = true };

    /// <summary>The same, for whom a house is a list of its seats.</summary>
    public static readonly VisitorWish ListUser = new() { IsSignedIn = true, HasSeatList = true };

    /// <summary>The demo's administrator.</summary>
    public static readonly VisitorWish Admin = new() { Email = "admin@catalog.test", Password = "demo-admin-1" };

    public bool IsSignedIn { get; init; }

    /// <summary>An account there is already; signs in to it.</summary>
    public string? Email { get; init; }

    public string Password { get; init; } = BrowserStage.Password;

    public bool IsOnPhone { get; init; }

    public bool HasSeatList { get; init; }

    public bool IsDark { get; init; }
}
