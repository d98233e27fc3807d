using Catalog.Shell.Http.RateLimits;

namespace Catalog.Shell.Booking;

/// <summary>Seat booking's quotas. Thread-safe.</summary>
public sealed class BookingLimits(RateLimitFactory factory)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>Reservations a user: far above what a person clicks, far below what a script would like.</summary>
    public RateLimit Reserve { get; } = factory.Create(new RateLimitPolicy("reserve", 600, Minute, 120));

    /// <summary>Payments a user.</summary>
    public RateLimit Confirm { get; } = factory.Create(new RateLimitPolicy("confirm", 300, Minute, 60));

    /// <summary>Changes a user makes to what it has or waits for.</summary>
    public RateLimit Change { get; } = factory.Create(new RateLimitPolicy("booking-change", 600, Minute, 120));

    /// <summary>Questions to the chatbot a user, or an address when nobody is signed in.</summary>
    public RateLimit Chatbot { get; } = factory.Create(new RateLimitPolicy("chatbot", 60, Minute, 20));
}
