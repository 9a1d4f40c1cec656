using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace HotGigs.Tests.Shared.Telemetry;

/// <summary>Everything that one server measures from now on, as a listener gets it.</summary>
public sealed class Measurements : IDisposable
{
    private readonly ConcurrentQueue<Measurement> all = new();
    private readonly ConcurrentDictionary<string, Instrument> instruments = new(StringComparer.Ordinal);
    private readonly MeterListener listener = new();

    /// <param name="meters">Those of the server: others may run in the same process.</param>
    public Measurements(IMeterFactory meters)
    {
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (!ReferenceEquals(instrument.Meter.Scope, meters) || !instrument.Meter.Name.StartsWith("HotGigs.", StringComparison.Ordinal))
                return;
            instruments[instrument.Name] = instrument;
            listening.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Keep(instrument, value, tags));
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument, value, tags));
        listener.Start();
    }

    /// <summary>All instruments there are, by name.</summary>
    public IReadOnlyDictionary<string, Instrument> Instruments => instruments;

    /// <summary>What was measured so far, in order.</summary>
    /// <param name="instrument">Its name; one that does not exist fails the test.</param>
    /// <param name="tag">As <c>name=value</c>, to see only what carries it.</param>
    public IReadOnlyList<double> Of(string instrument, string? tag = null) => instruments.ContainsKey(instrument)
        ? [.. all.Where(one => one.Name == instrument && (tag is null || one.Tags.Contains(tag))).Select(one => one.Value)]
        : throw new ArgumentException($"There is no {instrument}.", nameof(instrument));

    public double Sum(string instrument, string? tag = null) => Of(instrument, tag).Sum();

    /// <summary>Asks for the value of something that is measured only when asked for.</summary>
    public double Now(string instrument)
    {
        listener.RecordObservableInstruments();
        return Of(instrument)[^1];
    }

    public void Dispose() => listener.Dispose();

    private void Keep(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        all.Enqueue(new Measurement(instrument.Name, value, [.. tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}")]));

    private sealed record Measurement(string Name, double Value, IReadOnlyList<string> Tags);
}
