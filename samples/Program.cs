using Ferrite.Samples;

// dotnet run --project samples -- <sample> <arguments>
try
{
    return await RunAsync(args);
}
catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or FormatException)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}

static async Task<int> RunAsync(string[] args) => args switch
{
    ["read", var path] => ReadFile.Run(path),
    ["create", var path] => CreateAndWrite.Run(path),
    ["segments", var path] => Segments.Run(path),
    ["counter", var path, var count] => SharedCounter.Run(path, count),
    ["counter", var path, var count, "other"] => SharedCounter.RunOther(path, count),
    ["shared-state", var path] => SharedState.Run(path),
    ["shared-state", var path, "other"] => SharedState.RunOther(path),
    ["log", var path, "append"] => CrashSafeLog.Run(path, append: true),
    ["log", var path, "list"] => CrashSafeLog.Run(path, append: false),
    ["parallel", var path] => ParallelScan.Run(path),
    ["huge-pages"] => HugePageTable.Run(),
    ["watch", var path] => await FollowFile.RunAsync(path),
    ["async", var path] => await AsyncWrites.RunAsync(path),
    ["records", var path, var day] => RecordSearch.Run(path, day),
    ["json", var path] => LargeJson.Run(path),
    ["matrix"] => MatrixProduct.Run(),
    ["ring"] => RingBuffer.Run(),
    ["crc", .. var texts] => Crc32.Run(texts),
    ["keywords", .. var words] => KeywordHash.Run(words),
    ["header", var path] => DiskHeader.Run(path),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("dotnet run --project samples -- <sample> <arguments>: see samples/README.md");
    return 2;
}
