using System.Globalization;
using System.Text.Json;
using Catalog.Engine.Core.Machines;
using Catalog.Shell.Auth;
using Catalog.Shell.Auth.Commands;
using Catalog.Shell.Events;

namespace Catalog.Shell.Booking.Consumers;

/// <summary>Tells people by mail what became of their bookings. A mail has its event as its name.</summary>
public sealed class NotificationConsumer(Accounts accounts, Outbox outbox) : IBusConsumer
{
    private const string Prefix = "email.";

    /// <inheritdoc/>
    public string Name => "booking-notifications";

    /// <inheritdoc/>
    public IReadOnlyList<string> Topics { get; } = [BookingTopics.Notifications];

    /// <inheritdoc/>
    public async ValueTask HandleAsync(BusEvent message, CancellationToken cancel)
    {
        using JsonDocument document = JsonDocument.Parse(message.Data);
        JsonElement data = document.RootElement;
        ulong userId = ulong.Parse(data.GetProperty("userId").GetString()!, CultureInfo.InvariantCulture);
        Reply<AccountAnswer> account = await accounts.FindAsync(userId);
        if (!account.HasValue) throw new IOException($"The accounts do not answer: {account.Status}.");

        // Without an account there is nobody to tell.
        if (account.Value.Outcome != AccountOutcome.Done) return;
        AccountProfile profile = account.Value.Profile;
        (string subject, string text) = TextOf(message.Name, data, profile.Name);
        await outbox.WriteAsync(
            new OutboxMail
            {
                Position = message.Position,
                Kind = message.Name.Name[Prefix.Length..],
                TimeMs = message.TimeMs,
                ToName = profile.Name,
                ToAddress = profile.Email,
                Subject = subject,
                Text = text,
            },
            cancel);
    }

    private static (string Subject, string Text) TextOf(EventName name, JsonElement data, string person)
    {
        string booking = data.GetProperty("bookingId").GetString()!;
        string showtime = data.GetProperty("showtimeId").GetString()!;
        decimal amount = data.GetProperty("amountCents").GetInt64() / 100m;
        string price = amount.ToString("0.00", CultureInfo.InvariantCulture);
        (string subject, string news) = name switch
        {
            _ when name == BookingTopics.TellConfirmed =>
                ("Your booking is confirmed", $"you paid {price}; your seats are yours"),
            _ when name == BookingTopics.TellCancelled =>
                ("Your booking is cancelled", $"it is cancelled, and {price} go back to your card"),
            _ when name == BookingTopics.TellRefunded =>
                ("Your payment is refunded", $"your seats were gone when you paid, and {price} go back to your card"),
            _ when name == BookingTopics.TellOffered =>
                ("Seats are held for you", $"seats came free and are held for you until {ExpiryOf(data)}"),
            _ => throw new InvalidOperationException($"There is no mail for '{name.Name}'."),
        };
        return (subject, $"Dear {person},\n\nbooking {booking} of showtime {showtime}: {news}.\n\nCatalog\n");
    }

    private static string ExpiryOf(JsonElement data)
    {
        DateTimeOffset time = data.GetProperty("expiresAt").GetDateTimeOffset();
        return time.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
    }
}
