namespace Catalog.Bench.Gateway.Generator;

/// <summary>How a client talks to one kind of server: what it says to join the topic, and how it publishes.</summary>
/// <param name="Path">The path of the handshake.</param>
/// <param name="Hello">What is said before anything else; each is answered by one message. Null: only listen.</param>
/// <param name="Join">Joins the topic; answered by one message.</param>
/// <param name="Publish">Makes a publication of a text; nothing answers it.</param>
/// <param name="CountsRecords">Whether the server packs several messages into one frame.</param>
internal sealed record Dialect(
    string Path, IReadOnlyList<string?> Hello, string Join, Func<string, string> Publish, bool CountsRecords = false)
{
    private const string RecordEnd = "\u001e";

    /// <summary>Ours.</summary>
    public static Dialect Catalog { get; } = new(
        "/ws", [], """{"event":"subscribe","id":1,"data":{"topic":"room"}}""",
        static text => $$"""{"event":"publish","data":"{{text}}"}""");

    /// <summary>A server with nothing but messages: "join" joins, all else goes to everybody.</summary>
    public static Dialect Plain { get; } = new("/ws", [], "join", static text => text);

    /// <summary>
    /// socket.io over engine.io 4: the server greets, the namespace is entered, an event asks for an answer.
    /// </summary>
    public static Dialect SocketIo { get; } = new(
        "/socket.io/?EIO=4&transport=websocket", [null, "40"], """420["join"]""",
        static text => $$"""42["pub","{{text}}"]""");

    /// <summary>SignalR's JSON protocol without negotiation.</summary>
    public static Dialect SignalR { get; } = new(
        "/ws", ["""{"protocol":"json","version":1}""" + RecordEnd],
        """{"type":1,"invocationId":"1","target":"Join","arguments":[]}""" + RecordEnd,
        static text => $$"""{"type":1,"target":"Publish","arguments":["{{text}}"]}""" + RecordEnd,
        CountsRecords: true);
}
