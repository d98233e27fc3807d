using System.Globalization;
using Catalog.Shell.Http;
using Catalog.WsGateway;
using Catalog.WsGateway.Topics;

namespace Catalog.Shell.Booking.Seats;

/// <summary>
/// A showtime's seats as a topic of the gateway, <c>seats:{showtime}</c>: the messages are numbered by the seat map's
/// version. A snapshot is a message, too, so whatever was not told is bridged by one.
/// </summary>
/// <remarks>Nothing is published before somebody subscribed. Guarded by the watch it belongs to.</remarks>
internal sealed class SeatTopic(Gateway gateway, ulong showtimeId)
{
    /// <summary>What the names of all such topics begin with.</summary>
    internal const string Prefix = "seats:";

    private const string Update = "seat_update";
    private const string Snapshot = "seat_snapshot";

    private readonly string _name = Prefix + showtimeId.ToString(CultureInfo.InvariantCulture);
    private bool _isUsed;

    /// <summary>Whether anybody is subscribed.</summary>
    internal bool IsWatched => Volatile.Read(ref _isUsed) && gateway.SubscriberCount(_name) > 0;

    /// <summary>Reads the showtime from a topic's name.</summary>
    internal static bool TryParse(string name, out ulong showtimeId) =>
        IdText.TryParse(name.AsSpan(Prefix.Length), out showtimeId);

    /// <summary>Subscribes a client, with what it missed or a snapshot.</summary>
    internal SubscribeResult Subscribe(SubscribeRequest request, SeatPicture picture)
    {
        SeatEvent now = picture.Snapshot();
        if (!_isUsed && gateway.TopicCount >= gateway.Options.MaxTopics) return SubscribeResult.TooManyTopics;
        if (!_isUsed) Publish(Snapshot, in now); // the topic may have been here before, and stands where it was left
        Volatile.Write(ref _isUsed, true);
        return request.Begin(() => new TopicSnapshot(Snapshot, now.Json));
    }

    /// <summary>Tells of a change.</summary>
    internal void TellUpdate(in SeatEvent change)
    {
        if (_isUsed) Publish(Update, in change);
    }

    /// <summary>Tells of a picture that was fetched anew.</summary>
    internal void TellSnapshot(SeatPicture picture)
    {
        if (_isUsed) Publish(Snapshot, picture.Snapshot());
    }

    // Version 0 is that of a map nothing has happened to: there is nothing to tell.
    private void Publish(string name, in SeatEvent message)
    {
        if (message.Version > 0)
            gateway.PublishRaw(_name, name, message.Json.Span, new PublishOptions(Offset: (long)message.Version));
    }
}
