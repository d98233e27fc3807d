using Catalog.Engine.Core.Consumers;
using Catalog.Engine.Tests.Shell.Booking;

namespace Catalog.Engine.Tests.Simulation;

/// <content>Booking's figures: what went through every restart and crash equals a recount of what is durable.</content>
internal sealed partial class SimulatedWorld
{
    private readonly InsightRecount _recount = new();
    private int _recounted;
    private int _comparedAt = -1;
    private int _comparedIn;

    private void CompareInsight()
    {
        Ledger ledger = _oracle.Ledger;
        bool isNew = _comparedAt != ledger.Count || _comparedIn != LifeCount;
        bool hasAll = ledger.Count == 0 || ledger.Facts[^1].Header.Position < _life.InsightView.AppliedPosition;
        if (!isNew || !hasAll) return;
        for (; _recounted < ledger.Count; _recounted++)
        {
            Fact fact = ledger.Facts[_recounted];
            _recount.Count(new EventEnvelope(fact.Header, fact.Payload));
        }

        new InsightComparison(_recount, _life.Insight).AssertSameWithoutPlaces();
        if (_comparedIn > 0 && _comparedIn < LifeCount && _recount.Customers.Count > 0)
            _oracle.Seen.Add("figures equal in another life");
        (_comparedAt, _comparedIn) = (ledger.Count, LifeCount);
    }
}
