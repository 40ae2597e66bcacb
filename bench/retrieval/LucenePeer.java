import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.util.*;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.*;
import org.apache.lucene.index.*;
import org.apache.lucene.search.*;
import org.apache.lucene.store.*;

/** The same corpora through Lucene 8: characters, character pairs, smartcn words, and the sum of the three. One thread. */
public class LucenePeer {
    static final String[] FIELDS = {"unigrams", "bigrams", "words"};

    public static void main(String[] args) throws Exception {
        String name = args[0];
        List<String[]> corpus = read(args[1] + "/" + name + ".corpus.tsv");
        List<String[]> queries = read(args[1] + "/" + name + ".queries.tsv");
        Map<String, Analyzer> analyzers = new HashMap<>();
        analyzers.put("unigrams", new StandardAnalyzer());
        analyzers.put("bigrams", new CJKAnalyzer());
        analyzers.put("words", new SmartChineseAnalyzer());
        String[] all = {"unigrams", "bigrams", "words", "sum"};
        for (String what : args.length > 2 ? Arrays.copyOfRange(args, 2, args.length) : all)
            measure(name, what, corpus, queries, new PerFieldAnalyzerWrapper(new StandardAnalyzer(), analyzers));
    }

    static void measure(String name, String what, List<String[]> corpus, List<String[]> queries, Analyzer analyzer) throws Exception {
        String[] fields = what.equals("sum") ? FIELDS : new String[] {what};
        Path folder = Files.createTempDirectory("lucene-peer");
        long start = System.nanoTime();
        try (Directory directory = new MMapDirectory(folder)) {
            try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer).setRAMBufferSizeMB(512))) {
                for (String[] row : corpus) {
                    Document document = new Document();
                    document.add(new StoredField("id", row[0]));
                    for (String field : fields)
                        document.add(new TextField(field, row[1], Field.Store.NO));
                    writer.addDocument(document);
                }
                writer.forceMerge(1);
            }
            double build = (System.nanoTime() - start) / 1e9;
            long bytes = 0;
            for (String file : directory.listAll())
                bytes += directory.fileLength(file);
            try (IndexReader reader = DirectoryReader.open(directory)) {
                IndexSearcher searcher = new IndexSearcher(reader);
                for (int i = 0; i < 4000; i++)
                    search(searcher, analyzer, fields, queries.get(i % queries.size())[1]);
                long[] latencies = new long[queries.size()];
                int[] hits = new int[11];
                double reciprocal = 0;
                for (int i = 0; i < queries.size(); i++) {
                    String[] query = queries.get(i);
                    long before = System.nanoTime();
                    TopDocs top = search(searcher, analyzer, fields, query[1]);
                    latencies[i] = System.nanoTime() - before;
                    Set<String> relevant = new HashSet<>(Arrays.asList((query.length > 2 ? query[2] : "").split(",")));
                    int rank = 0;
                    for (ScoreDoc found : top.scoreDocs) {
                        String id = searcher.doc(found.doc).get("id");
                        if (id.equals(query[0]))
                            continue;
                        rank++;
                        if (rank <= 10 && relevant.contains(id)) {
                            hits[rank]++;
                            reciprocal += 1.0 / rank;
                            break;
                        }
                    }
                }
                long total = 0;
                for (long latency : latencies)
                    total += latency;
                Arrays.sort(latencies);
                int n = queries.size();
                double hit3 = hits[1] + hits[2] + hits[3], hit10 = 0;
                for (int hit : hits)
                    hit10 += hit;
                System.out.printf(Locale.ROOT, "%s\tLucene 8 %s\t%.4f\t%.4f\t%.4f\t%.4f\t%.3f\t%.0f\t%.1f\t%.1f\t%d%n", name, what,
                    (double) hits[1] / n, hit3 / n, hit10 / n, reciprocal / n, build, n / (total / 1e9),
                    latencies[n / 2] / 1e3, latencies[(int) (n * 0.99)] / 1e3, bytes);
            }
        }
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
    }

    static TopDocs search(IndexSearcher searcher, Analyzer analyzer, String[] fields, String text) throws Exception {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (String field : fields) {
            try (TokenStream tokens = analyzer.tokenStream(field, text)) {
                CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
                tokens.reset();
                while (tokens.incrementToken())
                    query.add(new TermQuery(new Term(field, term.toString())), BooleanClause.Occur.SHOULD);
                tokens.end();
            }
        }
        return searcher.search(query.build(), 11);
    }

    static List<String[]> read(String path) throws Exception {
        List<String[]> rows = new ArrayList<>();
        for (String line : Files.readAllLines(Paths.get(path), StandardCharsets.UTF_8))
            rows.add(line.split("\t", -1));
        return rows;
    }
}
