using Catalog.Engine.Models;

namespace Catalog.Engine.Booking.Advice;

/// <summary>
/// Lets a history happen once more, event by event in the order of time, and asks the state at chosen moments: what it
/// answers holds nothing that came later.
/// <code>
/// sales ──┐
/// returns ─┼─► by time ─► state       moments ─► rows for the trees
/// starts ─┘
/// </code>
/// </summary>
internal sealed class DemandReplay
{
    private const int MomentsAShow = 3;

    // Where a full house is to be expected, sales say what it holds, not what people would have bought.
    private const double NearlyFull = 0.2;
    private static readonly double[] LeadDays = [0.1, 0.25, 0.5, 1, 2, 3, 5, 7, 10, 14];
    private readonly SalesHistory _history;
    private readonly long _nowMs;
    private readonly List<DemandRow> _rows = [];
    private readonly List<PricedShow> _priced = [];

    public DemandReplay(SalesHistory history, long nowMs)
    {
        (_history, _nowMs) = (history, nowMs);
        Curve = SalesCurve.Learn(history, nowMs);
        State = new DemandState(history.House, Curve, history.Shows);
        Sold = new int[history.Shows.Length];
    }

    public SalesCurve Curve { get; }

    public DemandState State { get; }

    /// <summary>Seats sold by now, by showtime.</summary>
    public int[] Sold { get; }

    public IReadOnlyList<DemandRow> Rows => _rows;

    /// <summary>Showtimes that have started.</summary>
    public int StartedCount { get; private set; }

    /// <summary>Lets it happen. O((sales + showtimes) log).</summary>
    /// <param name="maxRows">Moments asked about at most.</param>
    /// <param name="random">Chooses them.</param>
    public void Run(int maxRows, SeededRandom random)
    {
        HistoryShow[] shows = _history.Shows;
        HistorySale[] sales = _history.Sales;
        int[] returns = [.. Enumerable.Range(0, sales.Length).Where(i => sales[i].CancelledMs < _nowMs)];
        Array.Sort(returns, (a, b) => sales[a].CancelledMs.CompareTo(sales[b].CancelledMs));
        (long AtMs, int Show)[] moments = Moments(maxRows, random);
        int sale = 0, back = 0, start = 0, moment = 0;
        while (true)
        {
            long saleMs = sale < sales.Length ? sales[sale].TimeMs : long.MaxValue;
            long backMs = back < returns.Length ? sales[returns[back]].CancelledMs : long.MaxValue;
            long startMs = start < shows.Length ? shows[start].StartsAtMs : long.MaxValue;
            long momentMs = moment < moments.Length ? moments[moment].AtMs : long.MaxValue;
            long nextMs = Math.Min(Math.Min(saleMs, backMs), Math.Min(startMs, momentMs));
            if (nextMs >= _nowMs) break;
            if (momentMs == nextMs) Ask(moments[moment++]);
            else if (saleMs == nextMs) Sell(in sales[sale++], 1);
            else if (backMs == nextMs) Sell(in sales[returns[back++]], -1);
            else Start(start++);
        }
    }

    /// <summary>The question about a showtime as the replay stands.</summary>
    public ShowQuestion QuestionOf(int show, long nowMs)
    {
        ref readonly HistoryShow of = ref _history.Shows[show];
        HistoryFilm film = _history.House.Films[of.Film];
        return new ShowQuestion(
            of.Film, of.Theater, film.Genre, film.ReleasedMs, of.StartsAtMs, of.Capacity, of.BaseCents, Sold[show],
            nowMs);
    }

    /// <summary>How much demand changes with the price.</summary>
    public PriceElasticity Elasticity() => ElasticityFit.Of(_priced);

    private (long AtMs, int Show)[] Moments(int maxRows, SeededRandom random)
    {
        var moments = new List<(long AtMs, int Show)>();
        int past = 0;
        while (past < _history.Shows.Length && _history.Shows[past].StartsAtMs < _nowMs) past++;
        double chance = Math.Min(1, maxRows / (double)Math.Max(1, past * MomentsAShow));
        for (int show = 0; show < past; show++)
        {
            for (int i = 0; i < MomentsAShow; i++)
            {
                double days = LeadDays[random.Next(LeadDays.Length)];
                bool isChosen = random.NextDouble() < chance && !_history.Shows[show].IsCancelled;
                long atMs = _history.Shows[show].StartsAtMs - (long)(days * ShowSlots.DayMs);
                if (isChosen && moments.Count < maxRows) moments.Add((atMs, show));
            }
        }

        (long AtMs, int Show)[] sorted = [.. moments];
        Array.Sort(sorted);
        return sorted;
    }

    private void Sell(in HistorySale sale, int sign)
    {
        Sold[sale.Show] += sign * sale.Party;
        State.Sell(in _history.Shows[sale.Show], sign * sale.Party, sign > 0 ? sale.TimeMs : sale.CancelledMs);
    }

    private void Ask((long AtMs, int Show) moment)
    {
        // Before the first showtime nothing is usual yet.
        if (StartedCount == 0) return;
        ShowQuestion ask = QuestionOf(moment.Show, moment.AtMs);
        ShowEffects effects = State.EffectsOf(ask.Film, ask.Theater, ask.Genre, ask.StartsAtMs, moment.AtMs);
        double final = State.Final(in ask, in effects);
        float[] row = new float[DemandState.Columns];
        State.Fill(in ask, in effects, final, row);
        _rows.Add(new DemandRow(moment.Show, moment.AtMs, Math.Log(1 + final), row));
    }

    private void Start(int show)
    {
        ref readonly HistoryShow of = ref _history.Shows[show];
        if (of.IsCancelled) return;
        int sold = Sold[show];
        double price = State.RelativePrice(of.Theater, of.StartsAtMs, of.BaseCents);
        int genre = _history.House.Films[of.Film].Genre;
        ShowEffects effects = State.EffectsOf(of.Film, of.Theater, genre, of.StartsAtMs, of.StartsAtMs);
        if (Math.Exp(effects.Log) < NearlyFull * of.Capacity) _priced.Add(new PricedShow(sold, effects.Log, price));
        State.Start(in of, sold);
        StartedCount++;
    }
}
