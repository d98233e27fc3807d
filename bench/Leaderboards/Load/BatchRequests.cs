using System.Buffers.Text;
using System.Text;
using Catalog.Bench.Shared.Http;
using Catalog.Shell.Leaderboards;

namespace Catalog.Bench.Leaderboards.Load;

/// <summary>
/// What a game's own servers send: so many finished games a request, each with an id of its own. For one thread.
/// </summary>
internal sealed class BatchRequests : IRequestSource
{
    private const int SlotsAGame = 3;
    private readonly GameOrder _order;
    private readonly int _size;
    private readonly RequestTemplate[] _byMode;
    private long _games;

    /// <summary>Encodes what can be encoded ahead.</summary>
    public BatchRequests(GameOrder order, string token, int size)
    {
        (_order, _size) = (order, size);
        string prefix = Guid.NewGuid().ToString("N")[..8];
        _byMode = [.. GameModes.All.Select(mode => TemplateOf(mode, token, prefix, size))];
    }

    /// <summary>Games that count.</summary>
    public long CountedCount { get; private set; }

    /// <summary>Games of requests that were answered.</summary>
    public long AnsweredCount { get; private set; }

    public ReadOnlySpan<byte> Next(int connection)
    {
        RequestTemplate request = _byMode[_order.NextMode().Id - 1];
        for (int i = 0; i < _size; i++)
        {
            (int player, int score) = _order.Next();
            request.SetNumber(i * SlotsAGame, ++_games);
            request.SetNumber((i * SlotsAGame) + 1, GamePopulation.FirstPlayer + player);
            request.SetNumber((i * SlotsAGame) + 2, score);
        }

        return request.Bytes;
    }

    public void OnResponse(int connection, int status, ReadOnlySpan<byte> body)
    {
        AnsweredCount += _size;
        ReadOnlySpan<byte> begin = "{\"counted\":"u8;
        bool isAnswer = status == 200 && body.StartsWith(begin);
        if (isAnswer && Utf8Parser.TryParse(body[begin.Length..], out int counted, out _)) CountedCount += counted;
    }

    private static RequestTemplate TemplateOf(GameMode mode, string token, string prefix, int size)
    {
        var body = new StringBuilder($$"""{"gameMode":"{{mode.Slug}}","submissions":[""");
        for (int i = 0; i < size; i++)
        {
            if (i > 0) body.Append(',');
            body.Append($$"""{"id":"{{prefix}}-############","playerId":"#############","score":####,""")
                .Append($"\"gameDurationSeconds\":{mode.Terms.AverageGameSeconds}}}");
        }

        return new RequestTemplate(
            "POST", "/leaderboards/api/scores/submit-batch", $"Authorization: Bearer {token}\r\n",
            body.Append("]}").ToString());
    }
}
