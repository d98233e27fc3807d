using Catalog.Engine.Models.Tables;

namespace Catalog.Engine.Tests.Models.Tables;

public sealed class ClassifierScoreTests
{
    private static readonly double[] Probabilities = [0.9, 0.8, 0.4, 0.4, 0.1];
    private static readonly bool[] Outcomes = [true, false, true, false, false];

    [Fact]
    public void FiguresAreThoseOfHand()
    {
        // Six pairs of a yes and a no: 0.9 beats three; 0.4 loses to 0.8, ties with 0.4, beats 0.1.
        Assert.Equal((3 + 0 + 0.5 + 1) / 6, ClassifierScore.AreaUnderCurve(Probabilities, Outcomes), 12);
        Assert.Equal((0.01 + 0.64 + 0.36 + 0.16 + 0.01) / 5, ClassifierScore.Brier(Probabilities, Outcomes), 12);
        double likelihood = Math.Log(0.9) + Math.Log(0.2) + Math.Log(0.4) + Math.Log(0.6) + Math.Log(0.9);
        Assert.Equal(-likelihood / 5, ClassifierScore.LogLoss(Probabilities, Outcomes), 9);
        Assert.Equal((0.1 + 0.8 + 0.2 + 0.1) / 5, ClassifierScore.CalibrationError(Probabilities, Outcomes), 9);
    }

    [Fact]
    public void OneKindOfOutcomeHasNoCurve() =>
        Assert.True(double.IsNaN(ClassifierScore.AreaUnderCurve([0.1, 0.2], [true, true])));

    [Fact]
    public void OtherLengthsAreRefused() =>
        Assert.Throws<ArgumentException>(static () => ClassifierScore.Brier([0.1], []));
}
