using System.Diagnostics;
using HotGigs.Application.Resumes;
using HotGigs.Domain.Resumes;
using HotGigs.Infrastructure.IntegrationTests.Resumes.Corpus;
using HotGigs.Infrastructure.Resumes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

// How well the resumes of a folder are read, field by field, and how long one takes. The folder holds truth.json:
// what a person reads in each document. With a second argument, one document is shown as it is read: its lines.
var folder = args is [var first, ..] ? first : throw new ArgumentException("Usage: ResumeReading <folder with truth.json> [document]");
await using var services = new ServiceCollection()
    .AddSingleton(Options.Create(new ResumeImportOptions()))
    .AddResumeReading()
    .BuildServiceProvider();
var sniffer = services.GetRequiredService<IResumeFormatSniffer>();
var extractor = services.GetRequiredService<IResumeTextExtractor>();
var parser = services.GetRequiredService<IResumeParser>();

if (args.Length > 1)
{
    foreach (var line in Extract(args[1]).Lines)
        Console.WriteLine($"{line.FontSize,5:0.#} {(line.IsBold ? 'b' : ' ')} {line.Text.Replace("\t", " ⇥ ", StringComparison.Ordinal)}");
    return;
}

var figures = new CorpusFigures();
var expectations = ExpectedProfile.Load(Path.Combine(folder, "truth.json"));
foreach (var (file, expected) in expectations)
    figures.Add(file, expected, Read(file));
var times = expectations.Keys.Select(file => Time(() => Read(file))).Order().ToList();
Console.Write(figures.Misses);
Console.Write(figures.Table());
Console.WriteLine($"{times.Count} documents, median {times[times.Count / 2]:0.0} ms, slowest {times[^1]:0.0} ms");

ResumeText Extract(string file)
{
    using var content = File.OpenRead(Path.Combine(folder, file));
    return extractor.Extract(content, sniffer.Sniff(content, file), CancellationToken.None);
}

ResumeProfile Read(string file) => parser.Parse(Extract(file), ExpectedProfile.Today);

static double Time(Action action)
{
    var start = Stopwatch.GetTimestamp();
    action();
    return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
}
