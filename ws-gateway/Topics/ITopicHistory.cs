namespace Catalog.WsGateway.Topics;

/// <summary>
/// Where a durable topic's messages can be read again, as after a restart: an event journal, a database. The topic's
/// offsets are those of the history, given with <see cref="PublishOptions.Offset"/>. Must be thread-safe.
/// </summary>
public interface ITopicHistory
{
    /// <summary>Names the history's life; it stays the same as long as offsets mean the same.</summary>
    string Epoch { get; }

    /// <summary>
    /// The offset behind which messages will be published live; asked when the topic comes into being, which
    /// it does again after nobody has used it for a while. Everything up to it can be read.
    /// </summary>
    long LastOffset(string topic);

    /// <summary>Adds messages behind <see cref="HistoryPage.LastOffset"/>, in order, as many as it likes.</summary>
    /// <returns>False when the next message is gone, so that the client has to take a snapshot.</returns>
    ValueTask<bool> ReadAsync(string topic, HistoryPage page, CancellationToken cancel);
}
