using System.Numerics;
using Catalog.Engine.Leaderboards.Anomalies;
using Catalog.Engine.Models.Tables;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>How good the flags of one game mode are; see <see cref="ReviewFigures"/>.</summary>
public sealed class ModeReviews
{
    private const int Patterns = (int)CheatPattern.AccountSharing + 1;
    private const int Rules = 4;
    private const int Kinds = 2;
    private const byte ByAnalyzer = 1;
    private const byte ByRules = 2;
    private const byte IsUpheld = 4;
    private const byte IsBanned = 8;

    // Cheaters that are known one by one; beyond, figures rest on these.
    private const int MaxCheaters = 1 << 17;
    private readonly FlagCounts[] _kinds = new FlagCounts[Kinds];
    private readonly FlagCounts[] _patterns = new FlagCounts[Patterns];
    private readonly long[] _rules = new long[Rules];
    private readonly SortedDictionary<long, OpenCase> _open = [];
    private readonly SortedDictionary<ulong, byte> _players = [];

    internal ModeReviews()
    {
    }

    /// <summary>Cases that wait for review.</summary>
    public int Open => _open.Count;

    /// <summary>The analyzer's flags.</summary>
    public FlagCounts Analyzer => _kinds[0];

    /// <summary>The rules' flags.</summary>
    public FlagCounts RulesFlags => _kinds[1];

    /// <summary>Players whom a human upheld a case against or banned.</summary>
    public int Cheaters { get; private set; }

    /// <summary>Of those, whom the analyzer had flagged.</summary>
    public int FoundByAnalyzer { get; private set; }

    /// <summary>Of those, who broke a rule.</summary>
    public int FoundByRules { get; private set; }

    /// <summary>
    /// The share of the known cheaters that the analyzer had flagged; not a number while none is known. It is an
    /// estimate: of cheaters nobody knows of, nobody knows.
    /// </summary>
    public double Recall => (double)FoundByAnalyzer / Cheaters;

    /// <summary>Flags of a pattern.</summary>
    public FlagCounts Of(CheatPattern pattern) => _patterns[(int)pattern];

    /// <summary>Submissions that broke a rule.</summary>
    /// <param name="rule">The rule, one flag.</param>
    public long Of(CheatReasons rule) => _rules[BitOperations.Log2((uint)rule)];

    internal void Hold(in ScoreHeld fact)
    {
        for (int rule = 0; rule < Rules; rule++)
            if (((int)fact.Reasons & (1 << rule)) != 0) _rules[rule]++;
        Mark(fact.PlayerId, ByRules);
        if (fact.CaseId == 0) return;
        OpenCase open = _open.GetValueOrDefault(fact.CaseId);
        if (!open.IsByRules) _kinds[1] = _kinds[1].Raise();
        _open[fact.CaseId] = open with { IsByRules = true };
    }

    internal void Flag(in AnomalyFlagged fact)
    {
        Mark(fact.PlayerId, ByAnalyzer);
        OpenCase open = _open.GetValueOrDefault(fact.CaseId);
        if (!open.IsByAnalyzer)
        {
            _kinds[0] = _kinds[0].Raise();
            _patterns[(int)fact.Pattern] = _patterns[(int)fact.Pattern].Raise();
            _open[fact.CaseId] = open with { IsByAnalyzer = true, Pattern = fact.Pattern };
        }
    }

    internal void Close(in CaseClosed fact)
    {
        if (!_open.Remove(fact.CaseId, out OpenCase open)) return;
        if (open.IsByAnalyzer)
        {
            _kinds[0] = _kinds[0].Decide(fact.IsCleared);
            _patterns[(int)open.Pattern] = _patterns[(int)open.Pattern].Decide(fact.IsCleared);
        }

        if (open.IsByRules) _kinds[1] = _kinds[1].Decide(fact.IsCleared);
        if (!fact.IsCleared) Mark(fact.PlayerId, IsUpheld);
    }

    internal void Ban(ulong playerId) => Mark(playerId, IsBanned);

    // A ban that ends by itself was right as far as anybody knows; one that a human takes back was not.
    internal void Unban(in PlayerUnbanned fact)
    {
        if (fact.ModeratorId == 0 || !_players.TryGetValue(fact.PlayerId, out byte marks)) return;
        Count(marks, -1);
        marks = (byte)(marks & ~IsBanned);
        Count(marks, 1);
        _players[fact.PlayerId] = marks;
    }

    internal void Write(ref MessagePackWriter writer)
    {
        foreach (FlagCounts counts in _kinds) Write(ref writer, counts);
        foreach (FlagCounts counts in _patterns) Write(ref writer, counts);
        foreach (long rule in _rules) writer.Write(rule);
        writer.WriteArrayHeader(_open.Count * 2);
        foreach ((long caseId, OpenCase open) in _open)
        {
            writer.Write(caseId);
            int kinds = (open.IsByAnalyzer ? ByAnalyzer : 0) | (open.IsByRules ? ByRules : 0);
            writer.Write((kinds << 4) | (int)open.Pattern);
        }

        writer.WriteArrayHeader(_players.Count * 2);
        foreach ((ulong playerId, byte marks) in _players)
        {
            writer.Write(playerId);
            writer.Write(marks);
        }
    }

    internal void Read(ref MessagePackReader reader)
    {
        foreach (ref FlagCounts counts in _kinds.AsSpan()) counts = ReadCounts(ref reader);
        foreach (ref FlagCounts counts in _patterns.AsSpan()) counts = ReadCounts(ref reader);
        foreach (ref long rule in _rules.AsSpan()) rule = reader.ReadInt64();
        int open = reader.ReadArrayHeader() / 2;
        for (int i = 0; i < open; i++)
        {
            long caseId = reader.ReadInt64();
            int code = reader.ReadInt32();
            ModelWire.Require((code & 15) < Patterns, "No such pattern.");
            _open.Add(caseId, new OpenCase(
                ((code >> 4) & ByAnalyzer) != 0, ((code >> 4) & ByRules) != 0, (CheatPattern)(code & 15)));
        }

        int players = reader.ReadArrayHeader() / 2;
        for (int i = 0; i < players; i++)
        {
            ulong playerId = reader.ReadUInt64();
            byte marks = reader.ReadByte();
            _players.Add(playerId, marks);
            Count(marks, 1);
        }
    }

    private void Mark(ulong playerId, byte mark)
    {
        byte marks = _players.GetValueOrDefault(playerId);
        if ((marks & mark) != 0 || (marks == 0 && _players.Count >= MaxCheaters)) return;
        Count(marks, -1);
        marks |= mark;
        Count(marks, 1);
        _players[playerId] = marks;
    }

    private void Count(byte marks, int by)
    {
        if ((marks & (IsUpheld | IsBanned)) == 0) return;
        Cheaters += by;
        FoundByAnalyzer += (marks & ByAnalyzer) != 0 ? by : 0;
        FoundByRules += (marks & ByRules) != 0 ? by : 0;
    }

    private static void Write(ref MessagePackWriter writer, in FlagCounts counts)
    {
        writer.Write(counts.Raised);
        writer.Write(counts.Upheld);
        writer.Write(counts.Cleared);
    }

    private static FlagCounts ReadCounts(ref MessagePackReader reader) =>
        new(reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64());

    private readonly record struct OpenCase(bool IsByAnalyzer, bool IsByRules, CheatPattern Pattern);
}
