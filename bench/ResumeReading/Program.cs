using System.Diagnostics;
using HotGigs.Application.Resumes;
using HotGigs.Domain.Resumes;
using HotGigs.Infrastructure.IntegrationTests.Resumes.Corpus;
using HotGigs.Infrastructure.Resumes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

// How well the resumes of a folder are read, field by field, and how long one takes. The folder holds truth.json:
// what a person reads in each document. ResumeImport__Parser and what it needs may be set in the environment. With a second argument, one document is shown as it is read: its lines.
var folder = args is [var first, ..] ? first : throw new ArgumentException("Usage: ResumeReading <folder with truth.json> [document]");
await using var services = new ServiceCollection()
    .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddEnvironmentVariables().Build())
    .AddSingleton(TimeProvider.System)
    .AddOptions<ResumeImportOptions>().BindConfiguration(ResumeImportOptions.Section).Services
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
    figures.Add(file, expected, await ReadAsync(file));
var times = new List<double>();
foreach (var file in expectations.Keys)
{
    var start = Stopwatch.GetTimestamp();
    await ReadAsync(file);
    times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
}
times.Sort();
Console.Write(figures.Misses);
Console.Write(figures.Table());
Console.WriteLine($"{times.Count} documents, median {times[times.Count / 2]:0.0} ms, slowest {times[^1]:0.0} ms");

ResumeText Extract(string file)
{
    using var content = File.OpenRead(Path.Combine(folder, file));
    return extractor.Extract(content, sniffer.Sniff(content, file), CancellationToken.None);
}

Task<ResumeProfile> ReadAsync(string file) => parser.ParseAsync(Extract(file), ExpectedProfile.Today, CancellationToken.None);
